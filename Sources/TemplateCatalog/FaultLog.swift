/// The faults of a file that is read on past its first one, so that all can be told at once.
///
/// Only the check of a template keeps a log; whoever wants to use a file gets its first fault thrown.
final class FaultLog {
    /// The faults so far, in the order found.
    private(set) var faults: [CatalogFault] = []
    /// Keys of the vocabulary that could not be read: what is asked of them is no further fault.
    var unreadableKeys: Set<String> = []
    /// How many conditions lost a part because it asks about such a key.
    var lostParts = 0
    /// Where the parts of the file stand that are looked at again as a whole.
    var places: [TemplatePart: SourcePlace] = [:]

    /// The faults in the order of the file.
    var ordered: [CatalogFault] { faults.sorted { Self.rank($0) < Self.rank($1) } }

    /// Whether something could not be read.
    var hasErrors: Bool { faults.contains { !$0.isWarning } }

    /// How much went wrong so far: if it grows while a part is read, the part is not whole.
    var troubles: Int { faults.count + lostParts }

    /// Notes a fault; one that has been told already is not told twice.
    func note(_ error: CatalogError, isWarning: Bool = false) {
        let fault = CatalogFault(error: error, isWarning: isWarning)
        if !faults.contains(fault) { faults.append(fault) }
    }

    private static func rank(_ fault: CatalogFault) -> (Int, Int) {
        (fault.error.place?.line ?? 0, fault.error.place?.column ?? 0)
    }
}

/// A part of a template that has a place of its own.
enum TemplatePart: Hashable {
    case question(String)
    case questionCondition(String)
    case material(String)
    case materialCondition(String)
    case advice(Int)
    case profileRule(Int)
    case formID
    case servedArea(Int)
    case servedMaterial(Int)
    case field(String)
}
