// Foundation for Unicode normalisation: FoundationEssentials and the standard library offer none.
import Foundation
public import Registration

/// Binds a seal to a person without telling who: a salted hash of name and identity number.
///
/// It is as private as its salt. Identity numbers can be tried out, so do not publish the pictures'
/// hashes, from which the salt comes, beside it.
public struct SubjectCommitment: Hashable, Sendable {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// Wraps sixteen bytes; nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Commits to a person.
    ///
    /// The name is taken in Unicode's form NFC, the number in upper case.
    ///
    /// - Parameters:
    ///   - idKind: The kind of identity document.
    ///   - idNumber: The number of the identity document.
    ///   - name: The name as on the identity document.
    ///   - salt: The salt of the dossier.
    /// - Throws: A ``SealError`` if a text holds the NUL character, which parts them.
    public init(
        idKind: String,
        idNumber: String,
        name: String,
        salt: SubjectSalt
    ) throws(SealError) {
        var message = Array("dossier-subject/1\0".utf8) + salt.bytes
        for part in [idKind, idNumber.uppercased(), name.precomposedStringWithCanonicalMapping] {
            guard !part.utf8.contains(0) else { throw SealError(.field, "NUL in a name or number") }
            message.append(0)
            message += part.utf8
        }
        bytes = Array(ContentHash.of(message).bytes.prefix(16))
    }

    /// Commits to a candidate.
    ///
    /// - Parameters:
    ///   - candidate: The person.
    ///   - salt: The salt of the dossier.
    /// - Throws: A ``SealError`` if name or number hold the NUL character.
    public init(_ candidate: Candidate, salt: SubjectSalt) throws(SealError) {
        try self.init(
            idKind: candidate.idKind,
            idNumber: candidate.idNumber,
            name: candidate.name,
            salt: salt
        )
    }
}
