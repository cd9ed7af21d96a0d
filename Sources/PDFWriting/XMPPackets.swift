/// The packet made last, which is the same for all forms of a batch.
final class XMPPackets {
    private var last: (packet: XMPPacket, bytes: [UInt8])?

    /// The bytes of a packet.
    func bytes(of packet: XMPPacket) -> [UInt8] {
        if let last, last.packet.isSame(as: packet) { return last.bytes }
        let bytes = packet.bytes
        last = (packet, bytes)
        return bytes
    }
}

extension XMPPacket {
    fileprivate func isSame(as other: Self) -> Bool {
        let (one, two) = (metadata, other.metadata)
        return isAccessible == other.isAccessible && one.title.utf8.elementsEqual(two.title.utf8)
            && one.subject.utf8.elementsEqual(two.subject.utf8) && one.date == two.date
            && one.creator.utf8.elementsEqual(two.creator.utf8) && one.language == two.language
    }
}
