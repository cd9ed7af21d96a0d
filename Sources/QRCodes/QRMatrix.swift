import CQREncode
import Glibc

/// The modules of a QR code (ISO/IEC 18004), without the quiet zone, as a value.
public struct QRMatrix: Hashable, Sendable {
    /// How much damage a code survives.
    public enum ErrorCorrection: String, Hashable, Sendable, CaseIterable {
        case low = "L"
        case medium = "M"
        case quartile = "Q"
        case high = "H"

        var level: QRecLevel {
            switch self {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        }
    }

    /// A run of dark modules in one row.
    public struct Run: Hashable, Sendable {
        /// The row, 0 at the top.
        public let row: Int
        /// The first dark column, 0 at the left.
        public let start: Int
        /// The number of dark modules.
        public let length: Int
    }

    /// How many light modules must stay free on each side (ISO/IEC 18004, 6.3.8).
    public static let quietZone = 4

    /// The version, 1 to 40.
    public let version: Int
    /// The number of modules on a side: 17 + 4 × version.
    public let side: Int

    private let modules: [Bool]

    /// Encodes a text in the smallest version that holds it at this error correction.
    ///
    /// The modes are split for the shortest code: digits and the 45 alphanumeric characters (as
    /// base45 uses) take their own modes, anything else goes as UTF-8 bytes.
    ///
    /// - Parameters:
    ///   - text: What the code says; not empty, without NUL.
    ///   - errorCorrection: How much damage it shall survive.
    /// - Throws: `QRError` when no code can hold the text.
    public init(
        encoding text: String,
        errorCorrection: ErrorCorrection = .medium
    ) throws(QRError) {
        guard !text.isEmpty, !text.utf8.contains(0) else {
            throw QRError(.unencodableText, "\(text.utf8.count) bytes")
        }
        // Any mask will do: the best one is chosen here.
        if let code = unsafe CQREncode_encodeUnderMask(text, errorCorrection.level, 0) {
            defer { unsafe QRcode_free(code) }
            if Int(unsafe code.pointee.width) <= ModuleLines.largestSide {
                self.init(rows: unsafe MaskChoice(code.pointee, errorCorrection).best.rows)
                return
            }
        }
        try self.init(libraryEncoding: text, errorCorrection)
    }

    /// Leaves the choice of the mask to the library.
    init(libraryEncoding text: String, _ errorCorrection: ErrorCorrection) throws(QRError) {
        let caseSensitive: Int32 = 1
        let code = unsafe QRcode_encodeString(
            text,
            0,
            errorCorrection.level,
            QR_MODE_8,
            caseSensitive
        )
        guard let code = unsafe code else {
            let reason = errno
            throw QRError(
                reason == ERANGE ? .textTooLong : .encoderFailed,
                "\(text.utf8.count) bytes at \(errorCorrection.rawValue)"
            )
        }
        defer { unsafe QRcode_free(code) }
        version = Int(unsafe code.pointee.version)
        side = Int(unsafe code.pointee.width)
        let cells = unsafe UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        modules = unsafe cells.map { $0 & 1 == 1 }
    }

    /// Takes the modules from lines of bits.
    private init(rows: [UInt64]) {
        side = rows.count
        version = (side - 17) / 4
        var modules: [Bool] = []
        modules.reserveCapacity(side * side)
        for row in rows {
            for column in 0..<side { modules.append(row >> UInt64(column) & 1 == 1) }
        }
        self.modules = modules
    }

    /// Whether the module is dark; modules outside the symbol are light.
    public subscript(row: Int, column: Int) -> Bool {
        guard 0..<side ~= row, 0..<side ~= column else { return false }
        return modules[row * side + column]
    }

    /// The dark modules as horizontal runs, row by row: each can be drawn as one rectangle.
    public var horizontalRuns: [Run] {
        var runs: [Run] = []
        // A row has hardly more than a run to four modules.
        runs.reserveCapacity(modules.count / 4)
        var place = 0
        for row in 0..<side {
            let end = place + side
            while place < end {
                let start = place
                while place < end, modules[place] { place += 1 }
                if place > start {
                    let column = start - row * side
                    runs.append(Run(row: row, start: column, length: place - start))
                } else {
                    place += 1
                }
            }
        }
        return runs
    }
}
