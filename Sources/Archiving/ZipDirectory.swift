import Registration

/// The central directory of a zip archive (APPNOTE 6.3), read without libzip to see what it does
/// not tell: shared bytes, bytes of no entry, names cut at a NUL, second names.
struct ZipDirectory {
    /// One entry's place in the file.
    struct Record {
        var name: [UInt8]
        var offset: Int
        var packedSize: Int
        var isStored: Bool
        var checksum: UInt32
        /// Where the entry's bytes begin; nil when no local header stands before them.
        var contentOffset: Int?
        var hasDescriptor: Bool
        var hasOtherName: Bool
        /// Versions, flags, method and time, as both headers have them; then the attributes.
        var form: [UInt8]
        /// The header as it must stand before the entry's bytes, if nothing but a name follows it.
        var localHeader: [UInt8]?
    }

    private(set) var records: [Record] = []
    private(set) var faults: [BagFault] = []
    /// The numbers of the entries that must not be read.
    private(set) var distrusted: Set<Int> = []

    /// Reads the directory, unless it has too many entries, which is left to the caller to tell.
    init(of file: borrowing OpenFile, at end: ZipEnd, entryLimit: Int) throws(ArchiveError) {
        if end.commentLength > 0 { faults.append(BagFault(.comment, .warning)) }
        if end.isAmbiguous {
            faults.append(BagFault(.ambiguousStructure, detail: "a second end record"))
        }
        // Else another archive's directory could stand for the one that belongs to this end.
        if end.directoryOffset + end.directorySize != end.offset {
            faults.append(BagFault(.ambiguousStructure, detail: "bytes before the end record"))
        }
        guard end.entryCount <= entryLimit else { return }
        let bytes = try file.bytes(at: end.directoryOffset, count: end.directorySize)
        var fields = ZipFields(bytes)
        while records.count <= end.entryCount, let record = Record(from: &fields) {
            records.append(record)
        }
        if records.count != end.entryCount || fields.position != end.directorySize {
            faults.append(BagFault(.ambiguousStructure, detail: "size of the directory"))
        }
        inspectNames()
        try inspectPlaces(in: file, directoryOffset: end.directoryOffset)
    }

    private mutating func inspectNames() {
        for (index, record) in records.enumerated() {
            let path = ArchivePath(utf8: record.name)
            if record.name.contains(0) {
                faults.append(BagFault(.unsafePath, .error, path, detail: "NUL"))
                distrusted.insert(index)
            }
            if record.hasOtherName {
                faults.append(BagFault(.ambiguousStructure, .error, path, detail: "a second name"))
                distrusted.insert(index)
            }
        }
    }

    private mutating func inspectPlaces(
        in file: borrowing OpenFile,
        directoryOffset: Int
    ) throws(ArchiveError) {
        var (position, unlisted, isOurs) = (0, false, true)
        for (index, record) in records.enumerated().sorted(by: { $0.1.offset < $1.1.offset }) {
            let path = ArchivePath(utf8: record.name)
            let local = try file.bytes(at: record.offset, count: 30 + record.name.count)
            let header = ZipFields(local)
            guard header.u32(at: 0) == 0x0403_4B50, let name = header.u16(at: 26),
                let extra = header.u16(at: 28)
            else {
                faults.append(BagFault(.ambiguousStructure, .error, path, detail: "local header"))
                distrusted.insert(index)
                continue
            }
            if record.offset < position {
                faults.append(BagFault(.overlappingEntries, .error, path))
                distrusted.insert(index)
            }
            isOurs =
                isOurs && local == record.localHeader && record.form == records[0].form
                && isInOrder(index)
            unlisted = unlisted || record.offset > position
            records[index].contentOffset = record.offset + 30 + name + extra
            position = max(position, record.offset + 30 + name + extra + record.packedSize)
            if record.hasDescriptor {
                position += try Self.descriptorLength(in: file, at: position)
            }
            if position > directoryOffset {
                faults.append(BagFault(.overlappingEntries, .error, path))
                distrusted.insert(index)
            }
        }
        if unlisted || position < directoryOffset {
            faults.append(BagFault(.unlistedBytes, .warning))
        }
        if !isOurs { faults.append(BagFault(.notAsWritten, .warning)) }
    }

    /// Whether an entry stands behind the one before it in the directory, and sorts behind it.
    private func isInOrder(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let (before, record) = (records[index - 1], records[index])
        return before.offset < record.offset
            && before.name.lexicographicallyPrecedes(record.name)
    }

    /// A data descriptor has a signature or not, and sizes of 4 or 8 bytes; nothing says which.
    private static func descriptorLength(
        in file: borrowing OpenFile,
        at position: Int
    ) throws(ArchiveError) -> Int {
        let bytes = ZipFields(try file.bytes(at: position, count: 28))
        let isNext: (Int) -> Bool = { offset in
            [0x0403_4B50, 0x0201_4B50, 0x0606_4B50].contains(bytes.u32(at: offset) ?? 0)
        }
        return [16, 12, 24, 20].first(where: isNext) ?? 16
    }
}

extension ZipDirectory.Record {
    /// Reads a record of the central directory; nil where none begins.
    init?(from fields: inout ZipFields) {
        let start = fields.position
        guard fields.u32(at: start) == 0x0201_4B50, let flags = fields.u16(at: start + 8),
            let method = fields.u16(at: start + 10), let checksum = fields.u32(at: start + 16),
            let packed = fields.u32(at: start + 20), let size = fields.u32(at: start + 24),
            let nameLength = fields.u16(at: start + 28),
            let extraLength = fields.u16(at: start + 30),
            let commentLength = fields.u16(at: start + 32),
            let place = fields.u32(at: start + 42),
            let name = fields.bytes(at: start + 46, count: nameLength),
            let extra = fields.bytes(at: start + 46 + nameLength, count: extraLength)
        else { return nil }
        fields.position = start + 46 + nameLength + extraLength + commentLength
        self.name = name
        hasDescriptor = flags & 8 != 0
        (offset, packedSize, hasOtherName) = (place, packed, false)
        (isStored, self.checksum) = (method == 0, UInt32(checksum))
        // Only a name that is not ASCII is marked as UTF-8.
        let isMarked = flags == (name.allSatisfy { $0 < 128 } ? 0 : 0x800)
        form = fields.bytes(at: start + 4, count: 4) ?? []
        form += isMarked ? [] : fields.bytes(at: start + 8, count: 2) ?? []
        form += fields.bytes(at: start + 10, count: 6) ?? []
        form += fields.bytes(at: start + 34, count: 8) ?? []
        localHeader = fields.bytes(at: start + 6, count: 26).flatMap { shared in
            guard extraLength == 0, commentLength == 0, isMarked else { return nil }
            return [0x50, 0x4B, 3, 4] + shared + name
        }
        var blocks = ZipFields(extra)
        while let id = blocks.u16(at: blocks.position),
            let length = blocks.u16(at: blocks.position + 2),
            let block = blocks.bytes(at: blocks.position + 4, count: length)
        {
            blocks.position += 4 + length
            if id == 0x7075 { hasOtherName = hasOtherName || Array(block.dropFirst(5)) != name }
            if id == 1 { widen(by: ZipFields(block), size: size, packed: packed, place: place) }
        }
    }

    /// Takes the wide values of a Zip64 block, which holds only those that did not fit.
    private mutating func widen(by block: ZipFields, size: Int, packed: Int, place: Int) {
        var position = size == 0xFFFF_FFFF ? 8 : 0
        if packed == 0xFFFF_FFFF {
            packedSize = block.u64(at: position) ?? packed
            position += 8
        }
        if place == 0xFFFF_FFFF { offset = block.u64(at: position) ?? place }
    }
}
