import Registration

/// Faults as they are found; only the first are kept, lest a bag fill the memory with what is wrong
/// with it.
struct FaultList {
    private(set) var faults: [BagFault] = []

    private static let most = 1_000
    private var isCut = false

    mutating func append(_ fault: BagFault) {
        if faults.count < Self.most { return faults.append(fault) }
        // A warning more changes nothing; an error must not go lost.
        guard fault.severity == .error, !isCut else { return }
        isCut = true
        faults.append(BagFault(.tooManyFaults, detail: "\(Self.most) are told"))
    }

    mutating func append(contentsOf more: [BagFault]) {
        for fault in more { append(fault) }
    }
}
