import CZip

/// What libzip reads or writes through functions of ours; it keeps the object alive until it frees it.
class ZipSource {
    /// Does one of libzip's commands; each kind of source knows some.
    func perform(
        _ command: zip_source_cmd_t,
        _ data: UnsafeMutableRawPointer?,
        _ length: UInt64
    ) -> Int64 { -1 }

    /// Makes the source for libzip; nil without memory.
    final func makeSource() -> OpaquePointer? {
        let context = unsafe Unmanaged.passRetained(self)
        let source = unsafe zip_source_function_create(
            { context, data, length, command in
                guard let context = unsafe context else { return -1 }
                let source = unsafe Unmanaged<ZipSource>.fromOpaque(context)
                guard command != ZIP_SOURCE_FREE else {
                    unsafe source.release()
                    return 0
                }
                return unsafe source.takeUnretainedValue().perform(command, data, length)
            },
            context.toOpaque(),
            nil
        )
        if unsafe source == nil { unsafe context.release() }
        return unsafe source
    }

    /// Tells libzip of an error, as it asks for it: its own code and the system's.
    final func report(
        _ error: (zip: Int32, system: Int32),
        in data: UnsafeMutableRawPointer?,
        _ length: UInt64
    ) -> Int64 {
        guard let data = unsafe data, length >= 2 * MemoryLayout<Int32>.size else { return -1 }
        unsafe data.storeBytes(of: error.zip, as: Int32.self)
        unsafe data.storeBytes(of: error.system, toByteOffset: 4, as: Int32.self)
        return 8
    }
}
