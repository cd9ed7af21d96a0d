/// Why a text, key or value cannot serve as a seal, or cannot be sealed.
public struct SealError: Error, Hashable, Sendable {
    /// The kind of fault, as a stable name that a verifier prints.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The text does not begin as its kind does.
        public static let prefix = Self(rawValue: "seal.prefix")
        /// The text is not base45.
        public static let base45 = Self(rawValue: "seal.base45")
        /// The check character of an unsigned code does not agree: it was mistyped.
        public static let check = Self(rawValue: "seal.check")
        /// The bytes are not deterministic CBOR.
        public static let cbor = Self(rawValue: "seal.cbor")
        /// The bytes are not laid out as a COSE_Sign1 of ours.
        public static let structure = Self(rawValue: "seal.structure")
        /// The header names another algorithm than Ed25519.
        public static let algorithm = Self(rawValue: "seal.algorithm")
        /// The format version is not ours.
        public static let version = Self(rawValue: "seal.version")
        /// A field is missing, of the wrong type or out of its range.
        public static let field = Self(rawValue: "seal.field")
        /// The signature was not made by this key over these bytes.
        public static let signature = Self(rawValue: "seal.signature")
        /// The key file is not in a format that we read.
        public static let keyFormat = Self(rawValue: "key.format")
        /// The key file is protected by a passphrase.
        public static let keyEncrypted = Self(rawValue: "key.encrypted")
        /// The key file is protected by another passphrase.
        public static let keyPassphrase = Self(rawValue: "key.passphrase")
        /// The key file is protected in a way that we do not read.
        public static let keyProtection = Self(rawValue: "key.protection")
        /// To open the key file would take more memory or time than any honest one does.
        public static let keyCost = Self(rawValue: "key.cost")
        /// The private and the public half of a key do not belong together.
        public static let keyMismatch = Self(rawValue: "key.mismatch")
        /// The file of trusted keys is malformed.
        public static let trustFile = Self(rawValue: "trust.format")
        /// The list of trusted keys is not signed by the key that it must be signed by.
        public static let trustSignature = Self(rawValue: "trust.signature")
        /// The list of revocations is malformed.
        public static let revocationFile = Self(rawValue: "revocations.format")
        /// A line of the ledger tells of no manifest.
        public static let ledger = Self(rawValue: "revocations.ledger")
        /// The list of revocations is not signed by a key that may sign it.
        public static let revocationSignature = Self(rawValue: "revocations.signature")
        /// The text is not an id: wrong letters or number of them.
        public static let idFormat = Self(rawValue: "id.format")
        /// The check character does not agree: the id was mistyped.
        public static let idCheck = Self(rawValue: "id.check")
    }

    /// What is wrong.
    public let code: Code
    /// What it is wrong with: a field, a member or an offset, never its content.
    public let subject: String

    /// States a fault.
    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }
}

extension SealError: CustomStringConvertible {
    /// The fault as a sentence.
    public var description: String { "\(sentence) (\(subject))." }

    private var sentence: String {
        switch code {
        case .prefix: "The text does not begin as such a code does"
        case .base45: "The text is not base45"
        case .check: "The code is mistyped: its check character does not agree"
        case .cbor: "The seal is not deterministic CBOR"
        case .structure: "The seal is not laid out as a COSE_Sign1 of this format"
        case .algorithm: "The seal does not name Ed25519 as its algorithm"
        case .version: "The seal is of an unknown version"
        case .field: "A field of the seal is not as it must be"
        case .signature: "The signature does not fit"
        case .keyFormat: "The key is not an Ed25519 private key in PKCS#8 PEM or JWK"
        case .keyEncrypted: "The key is protected by a passphrase, and none was given"
        case .keyPassphrase: "The passphrase is wrong"
        case .keyProtection:
            "The key is protected in a way that is not read here; change it with "
                + "openssl pkcs8 -topk8 -scrypt"
        case .keyCost: "To open the key would take more memory or time than is allowed"
        case .keyMismatch: "The private and the public half of the key do not belong together"
        case .trustFile: "The file of trusted keys is malformed"
        case .trustSignature:
            "The list of trusted keys is not signed by the key that must sign it"
        case .revocationFile: "The list of revocations is malformed"
        case .ledger: "The ledger names no manifest there"
        case .revocationSignature:
            "The list of revocations is not signed by a key that may sign it"
        case .idFormat: "This is not a dossier id"
        case .idCheck: "The dossier id is mistyped: its check character does not agree"
        default: "The seal failed with \(code.rawValue)"
        }
    }
}
