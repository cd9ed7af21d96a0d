import Glibc

/// How far the process's resident memory rises above what it is now.
///
/// Linux forgets the peak so far when asked to; what malloc has kept of earlier pictures is given
/// back first, for it would hide what the next one needs.
struct PeakMemory {
    struct NotReadable: Error {}

    private let start: Double

    init() throws {
        Self.giveBack()
        guard let file = fopen("/proc/self/clear_refs", "w") else { throw NotReadable() }
        fputs("5", file)
        fclose(file)
        start = try Self.megabytes("VmRSS:")
    }

    /// Calls `malloc_trim`, which Swift's Glibc leaves out.
    private static func giveBack() {
        guard let address = dlsym(nil, "malloc_trim") else { return }
        typealias Trim = @convention(c) (Int) -> CInt
        _ = unsafeBitCast(address, to: Trim.self)(0)
    }

    /// Megabytes between then and the peak since.
    var growth: Double { get throws { max(try Self.megabytes("VmHWM:") - start, 0) } }

    private static func megabytes(_ name: String) throws -> Double {
        guard let file = fopen("/proc/self/status", "r") else { throw NotReadable() }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, CInt(line.count), file) != nil {
            let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            let words = String(decoding: bytes, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.first == name[...],
                let number = words.dropFirst().first.flatMap({ Double($0) })
            {
                return number / 1024
            }
        }
        throw NotReadable()
    }
}
