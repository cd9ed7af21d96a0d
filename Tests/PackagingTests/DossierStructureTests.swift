import CandidateFixtures
import PageLayout
import Registration
import Review
import TemplateCatalog
import Testing

@testable import Packaging

/// What the dossier says to readers that follow meaning (ISO 14289-1).
@Suite struct DossierStructureTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func review(unusable: Int = 0) async throws -> FolderReview {
        var candidate = SmallCandidate()
        for number in 0..<unusable { candidate.pictures["毕业证书/空白\(number).jpg"] = [] }
        return try await PackRun().review(candidate.write(to: "c", in: home))
    }

    /// Empty pictures make findings, so that index and findings take a page or several.
    @Test(arguments: [0, 60])
    func `headings lead from the title to each picture, and parts end where they should`(
        unusable: Int
    ) async throws {
        let pages = try await review(unusable: unusable).dossierLayout().pages
        var open: [StructureRole] = []
        for page in pages {
            let fault = page.structureFault(&open)
            #expect(fault == nil, "page \(page.label): \(fault ?? "")")
        }
        #expect(open.isEmpty)
        let headings = pages.flatMap(\.headings)
        let count = 1 + unusable
        #expect(
            headings.prefix(4) == ["1 医师资格考试报名材料", "2 完整性校验码（未封印）", "2 卷内目录", "3 检查结果"]
        )
        #expect(headings.count == 4 + 2 + count + 1)
        #expect(headings[4] == "2 01 身份证明 第 1 张，共 2 张")
        #expect(headings.last == "2 卷内备考表")
        #expect(headings.dropLast().last == "2 02 毕业证书 第 \(count) 张，共 \(count) 张")
    }

    @Test func `however long the index is, title and findings have their headings once`() throws {
        let sheets = try SheetFilling.compositor(.index)
        let place = SheetFilling.place(of: .index)
        let row = IndexContents.Row(title: "毕业证书", need: "应交", count: 1, pages: "3")
        var lengths: Set<Int> = []
        for count in 1...50 {
            let index = IndexContents(
                name: "试样甲",
                rows: Array(repeating: row, count: count),
                errors: ["缺材料。"]
            )
            let pages = try sheets.pages(index.answers, in: place)
            #expect(pages.flatMap(\.headings) == ["2 卷内目录", "3 检查结果"], "\(count) rows")
            for page in pages { #expect(page.firstStructureFault == nil, "\(count) rows") }
            // Each page says what it is, has the head of its table, and leaves no heading alone.
            for page in pages.dropFirst() { #expect(page.words.contains("卷内目录（续）")) }
            let heads = pages.count { $0.words.contains("题名") }
            let tables = pages.count { $0.parts.contains { $0.role == .table } }
            #expect(heads == tables)
            let finding = pages.firstIndex { $0.words.joined().contains("缺材料。") }
            #expect(finding == pages.firstIndex { $0.words.contains("检查结果") })
            lengths.insert(pages.count)
        }
        #expect(lengths == [1, 2, 3])
    }

    @Test func `every picture and every code has words that tell what is seen`() async throws {
        let pages = try await review().dossierLayout().pages
        let words = pages.map { page in
            page.parts.compactMap { part -> String? in
                guard case .figure(let alternative, _) = part.role else { return nil }
                return String(alternative.prefix { $0 != "，" })
            }
        }
        #expect(words.count >= 6)
        // Cover and index have no picture.
        let plain = words.prefix(2)
        #expect(plain.allSatisfy { $0 == ["二维码"] })
        #expect(words[2] == ["身份证明的图片", "二维码"] && words[3] == words[2])
        #expect(words[4] == ["毕业证书的图片", "二维码"])
        #expect(words[5...].allSatisfy { $0 == ["二维码"] })
    }

    @Test func `a finding is an item of a list`() async throws {
        let review = try await review(unusable: 12)
        let items = try review.dossierLayout().pages.flatMap(\.parts).filter {
            $0.role == .listItem
        }
        let findings = review.findings.filter { $0.severity > .note }
        #expect(items.count == findings.count && items.count >= 12)
        #expect(items.allSatisfy { $0.words.hasPrefix("错误 ") || $0.words.hasPrefix("警告 ") })
    }

    @Test func `links stand in cells; heads and page numbers in no part`() async throws {
        let layout = try await review().dossierLayout()
        var open: [StructureRole] = []
        var links = 0
        for mark in layout.pages[1].marks {
            switch mark {
            case .begin(let role): open.append(role)
            case .end: open.removeLast()
            case .link:
                #expect(open == [.table, .tableRow, .dataCell(columns: 1, rows: 1)])
                links += 1
            case .text(let text, _, _) where text.hasPrefix("姓名：") || text.contains("页，共"):
                #expect(open.isEmpty, "\(text)")
            default: break
            }
        }
        #expect(links == 2)
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdfinfo"), "needs pdfinfo (poppler-utils)"))
    func `another program finds title, tables, figures and list in the file`() async throws {
        let file = home.path("c.pdf")
        let folder = try SmallCandidate().write(to: "c", in: home)
        let packed = try await PackRun().pack(folder, to: .pdf(file))
        let tool = try #require(OutsideTool("pdfinfo"))
        let tree = try tool.run(["-enc", "UTF-8", "-struct-text", file])
            .split(separator: "\n").map { $0.drop { $0 == " " } }
        let title = try #require(tree.firstIndex { $0.hasPrefix("H1") })
        #expect(tree[title + 1] == "\"医师资格考试报名材料\"")
        func count(_ tag: String) -> Int { tree.count { $0.hasPrefix(tag) } }
        // Two are the cover's, one the index's, the others the reference sheet's.
        #expect(count("Table") >= 4 && count("Link") == 2)
        // Each page has a code, three of them a picture.
        #expect(count("Figure") == packed.pages + 3)
        #expect(count("LI") > 2)
        #expect(try tool.run([file]).contains("Tagged:          yes"))
    }
}
