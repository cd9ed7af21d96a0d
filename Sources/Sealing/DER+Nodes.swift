import SwiftASN1

extension DER {
    /// Reads the next node, which must be a sequence.
    static func sequence<Content>(
        _ nodes: inout ASN1NodeCollection.Iterator,
        _ read: (inout ASN1NodeCollection.Iterator) throws -> Content
    ) throws -> Content {
        guard let node = nodes.next() else {
            throw SealError(.keyFormat, "PEM block ends too early")
        }
        return try sequence(node, identifier: .sequence, read)
    }
}
