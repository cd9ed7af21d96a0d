import CHaru

/// A PDF under construction: the one owner of libharu's handle and of all that hangs on it.
///
/// libharu keeps the first error and skips what follows, so steps are checked with `check(_:)`, once
/// each, and a document that threw is dropped.
@safe struct PDFDocument: ~Copyable {
    let handle: HPDF_Doc
    let catalog: HPDF_Dict
    let info: HPDF_Dict
    private var readers: [SourceReader] = []
    private var readerNames: [String] = []
    /// Compresses what is not compressed yet; nil if the document is to be read by people.
    let deflater: Deflater?
    /// How much time compressing may take.
    let effort: Deflater.Effort
    let payloads = StreamPayloads()
    let ownObjects = OwnObjects()
    /// The file, if any, that is filled in last.
    var slot: PDFSlot?

    /// Begins a document, compact if there is something to compress it with.
    init(deflater: Deflater?, effort: Deflater.Effort) throws(PDFError) {
        guard let handle = unsafe HPDF_New(nil, nil), let catalog = unsafe handle.pointee.catalog,
            let info = unsafe handle.pointee.info
        else { throw PDFError(.noMemory, "") }
        unsafe self.handle = handle
        unsafe self.catalog = catalog
        unsafe self.info = info
        self.deflater = deflater
        self.effort = effort
        // PDF 1.7 is what PDF/A-3 builds on (ISO 19005-3, 6.1.2).
        unsafe handle.pointee.pdf_version = HPDF_VER_17
    }

    deinit { unsafe HPDF_Free(handle) }

    /// Throws if anything since the last check failed.
    func check(_ step: String) throws(PDFError) {
        let code = unsafe HPDF_GetError(handle)
        guard code == 0 else { throw PDFError(.init(rawValue: UInt(code)), step) }
    }

    /// A value that libharu returned, which is nil only when it failed.
    func made<Value>(_ value: Value?, _ step: String) throws(PDFError) -> Value {
        try check(step)
        guard let value else { throw PDFError(.noMemory, step) }
        return value
    }

    /// Makes a stream read the source when the document is written, instead of holding its bytes.
    mutating func attach(_ source: ByteSource, to stream: HPDF_Dict, name: String) throws(PDFError)
    {
        let reader = SourceReader(source)
        readers.append(reader)
        readerNames.append(name)
        let callbacks = unsafe HPDF_CallbackReader_New(
            handle.pointee.mmgr,
            { stream, buffer, size in
                guard let stream = unsafe stream, let buffer = unsafe buffer, let size = unsafe size
                else { return HPDF_STATUS(HPDF_FILE_IO_ERROR) }
                let wanted = Int(unsafe size.pointee)
                let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: wanted)
                guard let count = unsafe PDFDocument.reader(of: stream).read(into: target) else {
                    unsafe size.pointee = 0
                    return unsafe HPDF_SetError(
                        stream.pointee.error,
                        HPDF_STATUS(HPDF_FILE_IO_ERROR),
                        0
                    )
                }
                unsafe size.pointee = HPDF_UINT(count)
                return count == 0 ? HPDF_STATUS(HPDF_STREAM_EOF) : HPDF_STATUS(HPDF_OK)
            },
            { stream, _, _ in
                guard let stream = unsafe stream else { return HPDF_STATUS(HPDF_FILE_IO_ERROR) }
                unsafe PDFDocument.reader(of: stream).rewind()
                return HPDF_STATUS(HPDF_OK)
            },
            { _ in 0 },
            { stream in
                guard let stream = unsafe stream else { return 0 }
                return HPDF_UINT32(unsafe PDFDocument.reader(of: stream).count)
            },
            unsafe Unmanaged.passUnretained(reader).toOpaque()
        )
        let replacement = try unsafe made(callbacks, name)
        unsafe HPDF_Stream_Free(stream.pointee.stream)
        unsafe stream.pointee.stream = replacement
    }

    /// Writes the whole document and ends it.
    consuming func write(to output: any PDFOutput, _ room: OutputRoom) throws(PDFError) {
        let buffer = OutputBuffer(output, room)
        Self.begin(buffer)
        try writeObjects(to: buffer) { objects in
            if let deflater {
                var file = CompactFile(
                    objectCount: objects.count,
                    buffer,
                    deflater,
                    effort
                )
                file.write(objects)
            } else {
                PlainFile(objects, buffer).write()
            }
        }
    }

    /// Writes what comes before all objects.
    static func begin(_ buffer: OutputBuffer) {
        // The comment of high bytes tells transfer programs that the file is binary.
        buffer.write("%PDF-1.7\n%\u{B7}\u{BE}\n")
    }

    /// Has the objects written, and ends the document.
    func writeObjects(
        to buffer: OutputBuffer,
        _ write: (DocumentObjects) -> Void
    ) throws(PDFError) {
        let trailer = unsafe handle.pointee.trailer
        unsafe HPDF_Dict_Add(trailer, "Root", catalog)
        unsafe HPDF_Dict_Add(trailer, "Info", info)
        let stream = try unsafe makeStream(to: buffer)
        defer { unsafe HPDF_Stream_Free(stream) }
        let draft = try unsafe made(HPDF_MemStream_New(handle.pointee.mmgr, 0), "the output")
        defer { unsafe HPDF_Stream_Free(draft) }
        write(
            unsafe DocumentObjects(handle, payloads, ownObjects, to: stream, by: draft, buffer)
        )
        for (reader, name) in zip(readers, readerNames) where reader.failed {
            throw PDFError(.pictureUnreadable, name)
        }
        if let slot { buffer.fill(slot) }
        guard buffer.failure == nil, buffer.flush() else {
            throw PDFError(.output, "\(buffer.failure.map { "\($0)" } ?? "")")
        }
        try check("the document")
    }

    /// Libharu's way to the output.
    private func makeStream(to buffer: OutputBuffer) throws(PDFError) -> HPDF_Stream {
        let writer = unsafe HPDF_CallbackWriter_New(
            handle.pointee.mmgr,
            { stream, bytes, count in
                guard let stream = unsafe stream, let buffer = unsafe stream.pointee.attr else {
                    return HPDF_STATUS(HPDF_FILE_IO_ERROR)
                }
                let output = unsafe Unmanaged<OutputBuffer>.fromOpaque(buffer)
                    .takeUnretainedValue()
                let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
                guard unsafe output.write(piece) else {
                    return unsafe HPDF_SetError(
                        stream.pointee.error,
                        HPDF_STATUS(HPDF_FILE_IO_ERROR),
                        0
                    )
                }
                return HPDF_STATUS(HPDF_OK)
            },
            unsafe Unmanaged.passUnretained(buffer).toOpaque()
        )
        return try unsafe made(writer, "the output")
    }

    private static func reader(of stream: HPDF_Stream) -> SourceReader {
        guard let pointer = unsafe stream.pointee.attr else { return SourceReader(.bytes([])) }
        return unsafe Unmanaged<SourceReader>.fromOpaque(pointer).takeUnretainedValue()
    }
}
