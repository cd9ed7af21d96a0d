import Glibc
import Packaging

/// Makes a PNG of a PDF's first page by pdftoppm (poppler-utils), for authors of templates.
struct PagePicture {
    let path: String
    let replaces: Bool

    /// Makes the PDF beside the picture, then the picture, and takes the PDF away.
    func make<Value>(_ pdf: (String) throws -> Value) throws -> Value {
        guard replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let stem = String(path.dropLast(".png".count))
        let draft = "\(stem).\(getpid()).pdf"
        defer { unlink(draft) }
        let value = try pdf(draft)
        let page = "\(stem).\(getpid())"
        try run([
            "pdftoppm", "-r", "150", "-png", "-f", "1", "-l", "1", "-singlefile", draft, page,
        ])
        guard chmod(page + ".png", 0o600) == 0, rename(page + ".png", path) == 0 else {
            throw PackagingError(.outputFailed, path, reason: String(cString: strerror(errno)))
        }
        return value
    }

    private func run(_ words: [String]) throws {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, words[0], nil, nil, &arguments, environ)
        var status: Int32 = 0
        if failure == 0 { while waitpid(process, &status, 0) < 0, errno == EINTR {} }
        guard failure == 0, status == 0 else {
            throw PackagingError(
                .outputFailed,
                path,
                reason: failure == ENOENT
                    ? "pdftoppm: apt-get install poppler-utils" : "pdftoppm \(status >> 8)"
            )
        }
    }
}
