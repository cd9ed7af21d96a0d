import FoundationEssentials
import Glibc
import PDFWriting
import PageLayout

/// Times the writing of many one-page forms, one PDF each, with one library of fonts; or of one document of
/// many pages.
@main
struct WritingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print("usage: WritingBenchmark TEMPLATES [FORMS [plain | tagged [FOLDER]]]")
            print("       WritingBenchmark TEMPLATES pages COUNT plain|tagged PICTURE OUT.pdf")
            exit(64)
        }
        let profile = try Data(contentsOf: URL(filePath: "\(arguments[1])/Colour/sRGB.icc"))
        let fonts = try FontLibrary(chains: BenchmarkFonts.chains)
        if arguments.count == 7, arguments[2] == "pages" {
            try writePages(arguments, [UInt8](profile), fonts)
        } else {
            try writeForms(arguments, [UInt8](profile), fonts)
        }
    }

    private static func writePages(
        _ arguments: [String],
        _ profile: [UInt8],
        _ fonts: FontLibrary
    ) throws {
        let count = Int(arguments[3]) ?? 1000
        let isTagged = arguments[4] == "tagged"
        let size = try Data(contentsOf: URL(filePath: arguments[5])).count
        let flow = PageFlow(
            pageCount: count,
            isTagged: isTagged,
            path: arguments[5],
            part: 0..<size
        )
        let metadata = TrialForm(number: 0, isTagged: isTagged).metadata(colourProfile: profile)
        let start = now()
        try flow.write(with: fonts, metadata, to: arguments[6])
        let each = rounded((now() - start) / Double(count) * 1000)
        print("\(count) pages, \(each) ms CPU each; peak of memory \(peak() / 1024) MB")
    }

    private static func writeForms(
        _ arguments: [String],
        _ profile: [UInt8],
        _ fonts: FontLibrary
    ) throws {
        let count = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
        let isTagged = arguments.count > 3 && arguments[3] == "tagged"
        let folder = arguments.count > 4 ? arguments[4] : nil
        let writer = PDFWriter(fonts: fonts)
        var seconds = 0.0
        var bytes = 0
        var early = 0
        for number in 0..<count {
            let form = TrialForm(number: number, isTagged: isTagged)
            let layout = form.layout
            let metadata = form.metadata(colourProfile: profile)
            let output = MemoryOutput()
            let start = now()
            try writer.write(layout, pictures: [], metadata: metadata, to: output)
            seconds += now() - start
            bytes += output.bytes.count
            if let folder {
                try Data(output.bytes).write(to: URL(filePath: "\(folder)/\(number).pdf"))
            }
            if number == min(99, count - 1) { early = peak() }
        }
        print(
            "\(count) forms, \(rounded(seconds / Double(count) * 1000)) ms CPU and"
                + " \(bytes / count) bytes each; peak of memory \(early / 1024) MB after 100,"
                + " \(peak() / 1024) MB after all"
        )
    }

    /// CPU seconds of the process so far.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most kilobytes that were resident at once so far.
    private static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
