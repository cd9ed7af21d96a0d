/// Objects packed into one stream (ISO 32000-1, 7.5.7), each in bytes of its own.
struct ObjectStream {
    private let bytes: [UInt8]
    private let offset: Int
    private var objects: [(number: Int, range: Range<Int>)] = []

    init(_ stream: PDFStream, _ bytes: [UInt8], limits: PDFLimits) throws(PDFReadingError) {
        self.bytes = bytes
        offset = stream.range.lowerBound
        guard stream.dictionary["Type"]?.name == "ObjStm",
            let count = stream.dictionary["N"]?.integer,
            let first = stream.dictionary["First"]?.integer,
            // The shortest entry of the index is "1 0 ".
            0...bytes.count ~= first, 0...(first / 3 + 1) ~= count
        else { throw PDFReadingError(.badObject, at: offset) }
        var scanner = PDFScanner(
            bytes,
            0..<first,
            limits: limits,
            allowance: 0,
            streamOffset: offset
        )
        objects.reserveCapacity(count)
        for _ in 0..<count {
            scanner.skipSpace()
            guard let number = scanner.unsigned() else { throw scanner.fault(.badObject) }
            scanner.skipSpace()
            guard let place = scanner.unsigned() else { throw scanner.fault(.badObject) }
            let start = first + place
            guard start <= bytes.count, start >= objects.last?.range.lowerBound ?? first else {
                throw scanner.fault(.badObject)
            }
            if let last = objects.indices.last {
                objects[last].range = objects[last].range.lowerBound..<start
            }
            objects.append((number, start..<bytes.count))
        }
    }

    /// What reads one object.
    func scanner(
        forObject number: Int,
        index: Int,
        limits: PDFLimits,
        allowance: Int
    ) throws(PDFReadingError) -> PDFScanner {
        guard objects.indices.contains(index), objects[index].number == number else {
            throw PDFReadingError(.badObject, at: offset)
        }
        return PDFScanner(
            bytes,
            objects[index].range,
            limits: limits,
            allowance: allowance,
            streamOffset: offset
        )
    }
}
