import PDFWriting

/// Hands bytes on, and remembers why they were not taken: libharu only knows that they were not.
final class SinkOutput: PDFOutput {
    private let sink: ([UInt8]) throws -> Void
    private(set) var failure: (any Error)?

    init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

    func write(_ bytes: [UInt8]) throws {
        do {
            try sink(bytes)
        } catch {
            failure = error
            throw error
        }
    }
}
