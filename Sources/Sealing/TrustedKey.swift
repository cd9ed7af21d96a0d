/// A public key that an office is known by, and what it may seal.
public struct TrustedKey: Hashable, Sendable {
    /// The key.
    public let key: VerifyingKey
    /// Whose key it is.
    public var name: String
    /// The exam areas that it may seal for, in the two digits of GB/T 2260.
    public var areas: Set<Int>
    /// The exam years that it may seal for; nil for any.
    public var years: Set<Int>?
    /// The days, since 1970-01-01, on which it may seal.
    public var days: ClosedRange<Int>

    /// States what a key is trusted with.
    public init(
        key: VerifyingKey,
        name: String,
        areas: Set<Int>,
        years: Set<Int>?,
        days: ClosedRange<Int>
    ) {
        self.key = key
        self.name = name
        self.areas = areas
        self.years = years
        self.days = days
    }
}

extension TrustedKey {
    /// The key as a member of a JWKS (RFC 7517, RFC 8037), with our members beside the standard ones.
    public var jwk: JSONValue {
        var members = key.jwk.object ?? [:]
        members["name"] = .string(name)
        members["areas"] = .array(areas.sorted().map { .string(String($0)) })
        members["nbf"] = .integer(Int64(days.lowerBound))
        members["exp"] = .integer(Int64(days.upperBound))
        if let years { members["years"] = .array(years.sorted().map { .integer(Int64($0)) }) }
        return .object(members)
    }

    /// Reads a member of a JWKS; `nbf` and `exp` are its first and last day, since 1970-01-01.
    ///
    /// - Throws: A ``SealError`` of code `trustFile` that names the member.
    public init(jwk: JSONValue) throws(SealError) {
        // A file that is handed round must not hold a secret; who sees this should withdraw the key.
        guard jwk["d"] == nil else { throw SealError(.trustFile, "d: this is a private key") }
        guard jwk["kty"] == "OKP" else { throw SealError(.trustFile, "kty") }
        guard jwk["crv"] == "Ed25519" else { throw SealError(.trustFile, "crv") }
        // Left out, RFC 9864's name or RFC 8037's: on this curve they mean the same.
        guard [nil, "Ed25519", "EdDSA"].contains(jwk["alg"]) else {
            throw SealError(.trustFile, "alg")
        }
        guard let key = jwk["x"]?.string.flatMap({ VerifyingKey(base64URL: $0) }) else {
            throw SealError(.trustFile, "x")
        }
        guard jwk["kid"]?.string == key.id.description else { throw SealError(.trustFile, "kid") }
        guard let name = jwk["name"]?.string, !name.isEmpty else {
            throw SealError(.trustFile, "name")
        }
        self.init(
            key: key,
            name: name,
            areas: try Self.areas(in: jwk),
            years: try Self.years(in: jwk),
            days: try Self.days(in: jwk)
        )
    }

    private static func areas(in jwk: JSONValue) throws(SealError) -> Set<Int> {
        let areas = (jwk["areas"]?.array ?? []).map { area in
            area.string.flatMap { $0.utf8.count == 2 ? Int($0) : nil } ?? 0
        }
        guard !areas.isEmpty, areas.allSatisfy((11...99).contains) else {
            throw SealError(.trustFile, "areas")
        }
        return Set(areas)
    }

    private static func years(in jwk: JSONValue) throws(SealError) -> Set<Int>? {
        guard let member = jwk["years"] else { return nil }
        let years = (member.array ?? []).map { $0.integer ?? 0 }
        guard !years.isEmpty, years.allSatisfy((2000...2999).contains) else {
            throw SealError(.trustFile, "years")
        }
        return Set(years)
    }

    // A date in seconds, as JWTs have it, is out of this range, so that the two are not confused.
    private static func days(in jwk: JSONValue) throws(SealError) -> ClosedRange<Int> {
        guard let first = jwk["nbf"]?.integer, (0...0xFFFF).contains(first) else {
            throw SealError(.trustFile, "nbf")
        }
        guard let last = jwk["exp"]?.integer, (first...0xFFFF).contains(last) else {
            throw SealError(.trustFile, "exp")
        }
        return first...last
    }
}
