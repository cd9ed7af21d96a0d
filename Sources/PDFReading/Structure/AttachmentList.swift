/// The files that a document carries: those that its tree lists, and those that it names as associated.
struct AttachmentList {
    private(set) var attachments: [PDFAttachment] = []

    private struct Mention {
        var isListed = false
        var isAssociated = false
        let specification: PDFDictionary
    }

    init(catalog: PDFDictionary, in store: ObjectStore) throws(PDFReadingError) {
        var mentions: [Mention] = []
        var places: [ObjectID: Int] = [:]
        func mention(
            _ value: PDFValue,
            _ note: (inout Mention) -> Void
        ) throws(PDFReadingError) {
            if let id = value.reference, let place = places[id] {
                note(&mentions[place])
                return
            }
            guard mentions.count < store.limits.attachments else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            guard let specification = try store.resolved(value).dictionary else {
                throw PDFReadingError(.badAttachment, at: 0)
            }
            if let id = value.reference { places[id] = mentions.count }
            mentions.append(Mention(specification: specification))
            note(&mentions[mentions.count - 1])
        }
        let names = try store.entry("Names", of: catalog).dictionary ?? [:]
        let tree = try PairTree(
            root: names["EmbeddedFiles"],
            leafKey: "Names",
            limit: store.limits.attachments,
            in: store
        )
        for pair in tree.pairs { try mention(pair.value) { $0.isListed = true } }
        let associated = try store.entry("AF", of: catalog).array ?? []
        guard associated.count <= store.limits.attachments else {
            throw PDFReadingError(.overLimit, at: 0)
        }
        for value in associated { try mention(value) { $0.isAssociated = true } }
        for mention in mentions {
            if let attachment = try Self.attachment(mention, in: store) {
                attachments.append(attachment)
            }
        }
    }

    /// The embedded file of a specification; nil if it only points outside.
    private static func attachment(
        _ mention: Mention,
        in store: ObjectStore
    ) throws(PDFReadingError) -> PDFAttachment? {
        let specification = mention.specification
        guard let files = try store.entry("EF", of: specification).dictionary else { return nil }
        // Two streams for one name: which one a viewer shows cannot be known.
        let streams = ["UF", "F"].compactMap { files[$0]?.reference }
        guard let first = streams.first, streams.allSatisfy({ $0 == first }),
            files.count == streams.count,
            let stream = try store.resolved(.reference(first)).stream
        else { throw PDFReadingError(.badAttachment, at: 0) }
        let unicode = try store.entry("UF", of: specification).string
        let plain = try store.entry("F", of: specification).string
        guard let name = unicode ?? plain else {
            throw PDFReadingError(.badAttachment, at: stream.range.lowerBound)
        }
        return PDFAttachment(
            name: String(pdfText: name),
            plainName: plain.map { String(pdfText: $0) },
            isListed: mention.isListed,
            isAssociated: mention.isAssociated,
            filters: try store.filters(of: stream.dictionary).map(\.name),
            range: stream.range,
            stream: stream
        )
    }
}
