public import Sealing

/// Reads JSON values that stand one on each line; what is in memory does not grow with the file.
public final class JSONLines {
    /// A line that is not empty.
    public struct Line: Hashable, Sendable {
        /// The number of the record, counted from one.
        public var number: Int
        /// The line of the file, counted from one.
        public var line: Int
        /// The value; nil if the line is no JSON.
        public var value: JSONValue?
    }

    private var stream: UTF8Stream
    private let limit: Int
    private var piece: ArraySlice<UInt8> = []
    private var number = 0
    private var line = 0

    /// Prepares to read lines of at most so many bytes.
    public init(_ source: any ChunkSource, encoding: TextEncoding? = nil, limit: Int = 1 << 20) {
        stream = UTF8Stream(source, encoding: encoding)
        self.limit = limit
    }

    /// The next line with something on it; nil at the end.
    ///
    /// - Throws: `FormDataError` if the text cannot be read on.
    public func next() throws(FormDataError) -> Line? {
        while let bytes = try nextLine() {
            let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard !isBlank else { continue }
            number += 1
            return Line(number: number, line: line, value: try? JSONValue(parsing: bytes))
        }
        return nil
    }

    private func nextLine() throws(FormDataError) -> [UInt8]? {
        var bytes: [UInt8] = []
        line += 1
        while true {
            if piece.isEmpty {
                guard let next = try stream.next() else { return bytes.isEmpty ? nil : bytes }
                piece = next[...]
            }
            let part = piece.prefix { $0 != 0x0A }
            guard bytes.count + part.count <= limit else {
                throw FormDataError(
                    FormDataFault(.lineTooLong, line: line, values: ["limit": "\(limit)"])
                )
            }
            bytes += part
            piece = piece.dropFirst(part.count)
            guard piece.isEmpty else {
                piece = piece.dropFirst()
                return bytes
            }
        }
    }
}
