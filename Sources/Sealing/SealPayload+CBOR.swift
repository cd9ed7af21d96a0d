import Registration

extension SealPayload {
    private static let version = CBOR(1)

    /// The payload as a deterministic CBOR array of thirteen.
    public var encoded: [UInt8] {
        CBOR.array([
            Self.version, CBOR(Int(place.kind.rawValue)), .bytes(caseID?.bytes ?? []),
            CBOR(revision), CBOR(exam.area), CBOR(exam.year), CBOR(exam.category),
            .bytes(digest.bytes), .bytes(subject.bytes), CBOR(place.page), CBOR(place.pages),
            CBOR(issued), CBOR(expires),
        ]).encoded
    }

    /// Reads a payload strictly: every field of its type and in its range.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(decoding bytes: [UInt8]) throws(SealError) {
        let fields = Fields(values: try COSESign1.decode(bytes, "payload").array ?? [])
        guard fields.values.first == Self.version else { throw SealError(.version, "payload") }
        guard fields.values.count == 13 else {
            throw SealError(.structure, "\(fields.values.count) of 13 fields")
        }
        guard let kind = SealPlace.Kind(rawValue: try fields.integer(1, "kind")) else {
            throw SealError(.field, "kind")
        }
        let caseBytes = try fields.bytes(2, "case")
        let caseID = DossierID(bytes: caseBytes)
        guard caseID != nil || caseBytes.isEmpty else { throw SealError(.field, "case") }
        guard let digest = ContentHash(bytes: try fields.bytes(7, "digest")) else {
            throw SealError(.field, "digest")
        }
        guard let subject = SubjectCommitment(bytes: try fields.bytes(8, "subject")) else {
            throw SealError(.field, "subject")
        }
        try self.init(
            place: SealPlace(
                kind,
                page: fields.integer(9, "page"),
                pages: fields.integer(10, "pages")
            ),
            caseID: caseID,
            revision: fields.integer(3, "revision"),
            exam: Exam(
                area: fields.integer(4, "area"),
                year: fields.integer(5, "year"),
                category: fields.integer(6, "category")
            ),
            digest: digest,
            subject: subject,
            issued: fields.integer(11, "issued"),
            expires: fields.integer(12, "expires")
        )
    }
}

/// The array's elements, asked for by type.
private struct Fields {
    let values: [CBOR]

    func integer<Number: FixedWidthInteger>(
        _ index: Int,
        _ name: String
    ) throws(SealError) -> Number {
        guard let value = values[index].integer, let number = Number(exactly: value) else {
            throw SealError(.field, name)
        }
        return number
    }

    func bytes(_ index: Int, _ name: String) throws(SealError) -> [UInt8] {
        guard let bytes = values[index].byteString else { throw SealError(.field, name) }
        return bytes
    }
}
