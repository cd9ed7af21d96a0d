public import Registration
public import Sealing

/// What an office tells a candidate of its decision, sealed: a file that goes back by any way there is.
///
/// It carries the lines that the office appended to the case's log, so that afterwards both sides hold
/// the same chain.
public struct ReturnSlip: Hashable, Sendable {
    /// The name of the format, which the signature covers twice.
    public static let format = "dossier-slip/1"
    /// The most bytes that a slip may have.
    public static let largestFile = 4 << 20
    static let limits = JSONValue.Limits(depth: 8, bytes: largestFile, values: 100_000)

    /// What it says.
    public let content: SlipContent
    /// The office's signature; whether it is good, ``isSealed(by:)`` tells.
    public let seal: ListSeal

    /// Seals a slip.
    ///
    /// - Parameters:
    ///   - content: What it shall say.
    ///   - key: The office's key.
    /// - Throws: A ``SlipError`` for what no slip may say, or if it cannot be signed.
    public init(_ content: SlipContent, sealedBy key: SigningKey) throws(SlipError) {
        // What is written must be read back: the reader knows every rule.
        _ = try SlipContent(content.members)
        try content.check()
        self.content = content
        do throws(SealError) {
            seal = try ListSeal(of: content.members, format: Self.format, by: key)
        } catch {
            throw SlipError(.unsigned, "\(key.id)")
        }
        guard try canonicalBytes().count <= Self.largestFile else {
            throw SlipError(.tooLarge, "lines")
        }
    }

    /// Reads a slip strictly; whether its signature is good, ``isSealed(by:)`` tells.
    ///
    /// - Throws: A ``SlipError`` that names what is wrong.
    public init(parsing bytes: [UInt8]) throws(SlipError) {
        guard bytes.count <= Self.largestFile else { throw SlipError(.tooLarge, "slip") }
        let file: JSONValue
        do throws(JSONError) {
            file = try JSONValue(parsing: bytes, limits: Self.limits)
        } catch {
            throw SlipError(.notJSON, "slip", reason: "\(error)")
        }
        guard var members = file.object else { throw SlipError(.notJSON, "slip") }
        let sealed = members.removeValue(forKey: "seal")
        content = try SlipContent(members)
        guard let seal = sealed.flatMap(ListSeal.init(json:)) else {
            throw SlipError(.member, "seal")
        }
        self.seal = seal
        try content.check()
        guard try canonicalBytes() == bytes else { throw SlipError(.notCanonical, "slip") }
    }

    /// Whether this key signed the slip as it is.
    public func isSealed(by key: VerifyingKey) -> Bool {
        seal.isMade(over: content.members, format: Self.format, by: key)
    }

    /// The file as canonical JSON.
    ///
    /// - Throws: A ``SlipError`` for what JSON cannot say.
    public func canonicalBytes() throws(SlipError) -> [UInt8] {
        var members = content.members
        members["seal"] = seal.json
        return try Self.canonicalBytes(members)
    }

    /// What the codes on its printed page state: the SHA-256 of the slip without its seal.
    ///
    /// - Throws: A ``SlipError`` for what JSON cannot say.
    public func digest() throws(SlipError) -> ContentHash {
        .of(try Self.canonicalBytes(content.members))
    }

    private static func canonicalBytes(
        _ members: [String: JSONValue]
    ) throws(SlipError) -> [UInt8] {
        do throws(JSONError) {
            return try JSONValue.object(members).canonicalBytes()
        } catch {
            throw SlipError(.member, "slip", reason: "\(error)")
        }
    }
}
