public import Sealing

/// A list of revocations together with who signed it, which decides whose dossiers it speaks of.
public struct Revocations: Sendable {
    /// Who signed a list.
    enum Authority {
        /// The root: it speaks of every area.
        case root(VerifyingKey)
        /// An office, in the lines of the list of keys: it speaks of its own areas.
        case office([TrustedKey])
        /// Nobody who is known.
        case nobody
    }

    /// The list.
    public let list: RevocationList
    let authority: Authority

    /// Finds out who signed a list.
    ///
    /// An office's key must have been valid on the day of the list. It may revoke itself, so that
    /// its being revoked takes nothing from its list: its removal from the list of keys does.
    public init(_ list: RevocationList, root: VerifyingKey?, trust: TrustList?) {
        self.list = list
        guard let seal = list.seal, let issued = list.issued else {
            authority = .nobody
            return
        }
        if let root, list.isSigned(by: root) {
            authority = .root(root)
            return
        }
        let offices = (trust?.keys.keys(named: seal.keyID) ?? []).filter {
            $0.days.contains(issued) && list.isSigned(by: $0.key)
        }
        authority = offices.isEmpty ? .nobody : .office(offices)
    }

    /// The key that signed the list; nil if nobody known did.
    public var signer: VerifyingKey? {
        switch authority {
        case .root(let key): key
        case .office(let keys): keys.first?.key
        case .nobody: nil
        }
    }

    /// Whether the list may speak of dossiers of this exam.
    public func covers(_ exam: SealPayload.Exam) -> Bool {
        switch authority {
        case .root: true
        case .office(let keys): keys.contains { $0.areas.contains(exam.area) }
        case .nobody: false
        }
    }
}
