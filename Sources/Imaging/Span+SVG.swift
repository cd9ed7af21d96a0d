extension Span where Element == UInt8 {
    /// Whether the first element of an XML text is `svg`.
    ///
    /// White space, declarations, comments and a document type may stand before it; not much of
    /// them is read.
    var beginsWithSVGElement: Bool {
        let end = Swift.min(count, 8192)
        var offset = has([0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < end {
            if [0x20, 0x09, 0x0A, 0x0D].contains(self[offset]) {
                offset += 1
            } else if has("<?", at: offset) {
                offset = offsetAfter("?>", from: offset, to: end)
            } else if has("<!--", at: offset) {
                offset = offsetAfter("-->", from: offset + 4, to: end)
            } else if has("<!DOCTYPE", at: offset) {
                offset = offsetAfterDocumentType(from: offset, to: end)
            } else {
                return isSVGTag(at: offset)
            }
        }
        return false
    }

    private func isSVGTag(at offset: Int) -> Bool {
        let length = has("<svg:svg", at: offset) ? 8 : has("<svg", at: offset) ? 4 : 0
        guard length > 0, offset + length < count else { return false }
        return [0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x2F].contains(self[offset + length])
    }

    private func offsetAfter(_ text: StaticString, from start: Int, to end: Int) -> Int {
        for offset in start..<Swift.max(start, end) where has(text, at: offset) {
            return offset + text.utf8CodeUnitCount
        }
        return end
    }

    /// A document type may hold declarations in brackets, which hold ">" themselves.
    private func offsetAfterDocumentType(from start: Int, to end: Int) -> Int {
        var depth = 0
        for offset in start..<end {
            switch self[offset] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return offset + 1
            default: break
            }
        }
        return end
    }
}
