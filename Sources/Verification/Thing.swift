import Archiving
import Glibc
import Imaging
import Registration
import Sealing

/// Something to verify, told apart by what it is and not by its name.
enum Thing {
    case folder(String)
    case zip(String)
    case document(String)
    case picture(String)
    case code(String)
    case id(DossierID)
    /// It has the length of an id, but one of its letters is wrong.
    case mistypedID(String)

    /// Looks at what the user named: a file first, then the text of a code or an id.
    init(_ name: String) throws {
        var status = stat()
        guard stat(name, &status) == 0 else {
            self = try Self.text(name)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder(name)
        case S_IFREG: self = try Self.file(name)
        default: throw VerificationError(.unknownThing, name)
        }
    }

    private static func text(_ name: String) throws(VerificationError) -> Thing {
        // People copy a code with the line end behind it; inside it nothing is forgiven.
        let lines = name.split(whereSeparator: \.isNewline)
        let text = lines.count == 1 ? String(lines[0]) : name
        if PrintedCode.isClaimed(by: text) { return .code(text) }
        do throws(SealError) {
            return .id(try DossierID(parsing: text))
        } catch {
            guard error.code == .idCheck else { throw VerificationError(.nothingThere, name) }
            return .mistypedID(text)
        }
    }

    private static func file(_ name: String) throws -> Thing {
        let head = try WholeFile.head(of: name, count: 4096)
        return switch PictureFormat(sniffing: head.span) {
        case .zip: .zip(name)
        case .pdf: .document(name)
        case .jpeg, .png, .heic, .avif, .webp, .gif, .bmp, .tiff: .picture(name)
        case .jpegXL, .jpeg2000, .svg, .unknown: throw VerificationError(.unknownThing, name)
        }
    }
}
