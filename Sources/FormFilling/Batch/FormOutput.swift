import Glibc

/// Where the bytes of one form go while it is drawn; the file appears when it is whole.
public final class FormOutput {
    /// The open file.
    public let descriptor: CInt
    /// Why writing failed, for libraries that only know that it did.
    public private(set) var failure: FormDataError?

    init(descriptor: CInt) { self.descriptor = descriptor }

    /// Adds bytes.
    ///
    /// - Throws: `FormDataError` if the system does not take them.
    public func write(_ bytes: [UInt8]) throws(FormDataError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else {
                let reason = String(cString: strerror(errno))
                let failure = FormDataError(FormDataFault(.output, values: ["reason": reason]))
                self.failure = failure
                throw failure
            }
            rest = rest.dropFirst(taken)
        }
    }
}
