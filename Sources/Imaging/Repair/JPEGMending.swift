import Registration

/// Mends a sound JPEG without decoding it.
struct JPEGMending {
    /// Repacking never saves more than this part of a file: a tenth, and some more for old encoders.
    static let mostSaved = 0.2

    let order: RepairOrder
    let limits: DecodeLimits

    /// The mended file; nil if it cannot be turned without loss, or is damaged.
    ///
    /// - Throws: Nothing that a sound file could cause.
    func mend(_ bytes: [UInt8], facts: PictureFacts) throws(ImagingError) -> MendedPicture? {
        guard let anatomy = JPEGAnatomy(bytes, limits: limits) else { return nil }
        var picture = MendedPicture(bytes: bytes, format: .jpeg, steps: [], shortfalls: [])
        if order.turn != .none {
            guard let turned = JPEGTransformer()?.turn(anatomy.bare, by: order.turn) else {
                return nil
            }
            picture.bytes = JPEGAnatomy.inserting(anatomy.profile, into: turned)
            picture.steps = [.turned(order.turn, isLossless: true)]
        } else if order.removesMetadata || facts.trailingBytes > 0 {
            picture.bytes = anatomy.bare
        }
        picture.addBareness(facts)
        return repacked(picture, anatomy)
    }

    /// The same coefficients in fewer bytes, where that could be enough.
    private func repacked(_ picture: MendedPicture, _ anatomy: JPEGAnatomy) -> MendedPicture {
        guard let limit = order.maxBytes, picture.bytes.count > limit,
            Double(picture.bytes.count) * (1 - Self.mostSaved) <= Double(limit),
            let base = JPEGAnatomy(picture.bytes, limits: limits),
            let packed = try? JPEGEncoder.repack(base.bare)
        else { return picture }
        var repacked = picture
        repacked.bytes = JPEGAnatomy.inserting(anatomy.profile, into: packed)
        guard repacked.bytes.count <= limit else { return picture }
        repacked.steps.append(.repacked)
        return repacked
    }
}

extension MendedPicture {
    /// Notes what a file without anything but its picture no longer has.
    mutating func addBareness(_ facts: PictureFacts) {
        guard !steps.isEmpty || bytes.count < facts.size.rawValue else { return }
        if facts.metadata.hasPlace || facts.metadata.hasSerialNumber {
            steps.append(.metadataRemoved)
        }
        if facts.trailingBytes > 0 { steps.append(.tailRemoved(ByteCount(facts.trailingBytes))) }
    }
}
