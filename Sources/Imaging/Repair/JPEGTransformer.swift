import CTurboJPEG
import Registration

/// TurboJPEG, used to turn a JPEG by moving its coefficients: no pixel changes.
@safe
struct JPEGTransformer: ~Copyable {
    private let handle: tjhandle

    /// Makes a transformer; nil if there is no memory for it.
    init?() {
        guard let handle = unsafe tjInitTransform() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe tjDestroy(handle) }

    /// The picture turned, without metadata; nil where a side that would come to lie at the left or
    /// on top is no multiple of the blocks, so that pixels would have to go.
    func turn(_ bytes: [UInt8], by turn: PictureTurn) -> [UInt8]? {
        var transform = unsafe tjtransform()
        unsafe transform.op = Int32(Self.operation(turn).rawValue)
        unsafe transform.options = Int32(TJXOPT_PERFECT | TJXOPT_COPYNONE)
        var output: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        defer { unsafe tjFree(output) }
        let status = unsafe bytes.withUnsafeBufferPointer { data in
            unsafe tjTransform(
                handle,
                data.baseAddress,
                UInt(data.count),
                1,
                &output,
                &count,
                &transform,
                TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
            )
        }
        guard status == 0 else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: output, count: Int(count)))
    }

    private static func operation(_ turn: PictureTurn) -> TJXOP {
        switch (turn.isMirrored, turn.quarters) {
        case (false, 0): TJXOP_NONE
        case (false, 1): TJXOP_ROT90
        case (false, 2): TJXOP_ROT180
        case (false, _): TJXOP_ROT270
        case (true, 0): TJXOP_HFLIP
        case (true, 1): TJXOP_TRANSVERSE
        case (true, 2): TJXOP_VFLIP
        case (true, _): TJXOP_TRANSPOSE
        }
    }
}
