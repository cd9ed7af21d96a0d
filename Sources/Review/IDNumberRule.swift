/// What the number of a kind of identity document looks like.
public struct IDNumberRule: Hashable, Sendable {
    /// The form of a number.
    public enum Form: Hashable, Sendable {
        /// A citizen's number of 18 characters with its check character (GB 11643).
        case citizen
        /// Latin letters and digits, so many of them.
        case lettersAndDigits(ClosedRange<Int>)
    }

    /// The kinds of document, 护照.
    public var kinds: [String]
    /// The form of their numbers.
    public var form: Form

    /// States a rule.
    public init(kinds: [String], form: Form) {
        self.kinds = kinds
        self.form = form
    }

    /// Whether a text may be such a number.
    public func allows(_ number: String) -> Bool {
        switch form {
        case .citizen: (try? CitizenNumber(number)) != nil
        case .lettersAndDigits(let length):
            length.contains(number.utf8.count)
                && number.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "a")...UInt8(ascii: "z"):
                        true
                    default: false
                    }
                }
        }
    }
}

extension Area {
    /// The rule for the numbers of a kind of document; nil if there is none.
    public func idNumberRule(for kind: String) -> IDNumberRule? {
        idNumberRules.first { $0.kinds.contains(kind) }
    }
}
