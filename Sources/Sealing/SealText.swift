/// A seal as it is printed in a QR code and stands in seal.txt: `DS1:` and the base45 of its envelope.
public struct SealText: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The signed envelope.
    public let envelope: COSESign1
    /// What the seal says; only as good as its signature.
    public let payload: SealPayload

    private static let prefix = "DS1:"

    /// Seals a payload.
    ///
    /// - Parameters:
    ///   - payload: What the seal shall say.
    ///   - key: The office's private key.
    /// - Throws: A ``SealError`` where the library cannot sign.
    public init(sealing payload: SealPayload, with key: SigningKey) throws(SealError) {
        self.payload = payload
        envelope = try COSESign1(signing: payload.encoded, with: key)
        text = Self.prefix + Base45.encode(envelope.encoded)
    }

    /// Reads a text strictly: nothing around it, no other spelling.
    ///
    /// Whether its signature is good, and whose, ``TrustedKeys`` tells.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing text: String) throws(SealError) {
        envelope = try COSESign1(parsing: Base45.decode(text, after: Self.prefix))
        payload = try SealPayload(decoding: envelope.payload)
        self.text = text
    }
}
