import Glibc
import TemplateCatalog
import Testing

/// What the system says in English stands in no Chinese sentence.
@Suite struct SystemReasonTests {
    private let texts: FaultTexts

    init() throws { texts = try Repository.catalog().faultTexts() }

    @Test(
        arguments: [
            ENOENT, EACCES, EPERM, ENOSPC, EDQUOT, EFBIG, EEXIST, EISDIR, ENOTDIR, EROFS,
            ENAMETOOLONG, EIO, EMFILE, ENFILE, ELOOP, ENOMEM, EAGAIN, ETXTBSY, EBUSY, ENXIO, EXDEV,
        ]
    )
    func `a usual reason is said in the language asked for`(code: CInt) {
        let english = String(cString: strerror(code))
        #expect(texts.reason(english, in: .en) == english)
        let chinese = texts.reason(english, in: .zh)
        #expect(!chinese.isEmpty && !chinese.contains { $0.isASCII })
    }

    @Test(
        arguments: [
            ("page 12", "第 12 页"), ("larger than 1048576 bytes", "超过 1048576 字节"),
            ("Can't read: No such file or directory", "Can't read：文件或文件夹不存在"),
            ("no Zip64 end record", "缺少 Zip64 结尾记录"),
            // There are no words for these.
            ("volumes", "volumes"), ("a: b 7", "a: b 7"), ("", ""),
        ]
    )
    func `a reason is said part by part, with its numbers`(english: String, chinese: String) {
        #expect(texts.reason(english, in: .zh) == chinese)
    }
}
