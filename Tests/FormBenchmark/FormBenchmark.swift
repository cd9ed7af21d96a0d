import FormFixtures
import FormLayout
import Foundation
import PDFWriting
import PageLayout
import TemplateCatalog

/// Lays out forms by the thousand: to look for overlaps, or for time.
///
///     FormBenchmark fillings 10000   # random answers to all forms; exits 1 at a fault
///     FormBenchmark time 1000        # CPU milliseconds a form
@main
enum FormBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
        switch arguments.first {
        case "fillings": try fillings(count)
        case "time": try time(count)
        default:
            print("usage: FormBenchmark fillings|time [N]")
            exit(64)
        }
    }

    private static func fillings(_ count: Int) throws {
        let checks = try FillingCheck.all()
        var faults: [String] = []
        var pages = 0
        var addenda = 0
        for number in 0..<count {
            let result = try checks[number % checks.count].run(seed: UInt64(number))
            pages += result.pages
            addenda += result.hasAddendum ? 1 : 0
            faults += result.faults.map { "\(result.form) seed \(number): \($0)" }
        }
        for fault in faults.prefix(20) { print(fault) }
        print(
            "\(count) fillings of \(checks.count) forms, \(pages) pages, \(addenda) with an "
                + "addendum sheet: \(faults.count) faults"
        )
        if !faults.isEmpty { exit(1) }
    }

    private static func time(_ count: Int) throws {
        let fonts = try FormRepository.fonts()
        let catalog = try FormRepository.catalog()
        let style = try catalog.formStyle()
        for id in FormRepository.ids {
            let template = try catalog.form(id).template
            let compositor = FormCompositor(template: template, style: style, measure: fonts)
            var random = RandomAnswers(seed: 1)
            let answers = (0..<count).map { _ in random.answers(to: template) }
            let start = clock()
            for answer in answers { _ = try compositor.pages(answer) }
            let spent = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
            print("\(id) \(spent / Double(count)) CPU ms a form")
        }
    }
}
