import Archiving
import Glibc
public import Registration
public import Review

/// A new candidate's folder: candidate.yaml, and a folder for each material that may be needed.
public struct CandidateScaffold {
    private let area: Area
    private let text: String
    private let profile: [String: ProfileValue]

    /// Prepares a folder for an area, with the text of its candidate.yaml.
    public init(area: Area, text: String, profile: [String: ProfileValue]) {
        self.area = area
        self.text = text
        self.profile = profile
    }

    /// Makes the folder; one that has a candidate.yaml already is left alone.
    ///
    /// - Throws: `PackagingError` if it exists or cannot be written.
    public func write(to path: String) throws {
        let file = "\(path)/candidate.yaml"
        guard access(file, F_OK) != 0 else { throw PackagingError(.outputExists, file) }
        try make(path)
        try make("\(path)/materials")
        for requirement in area.requirements(for: profile) where requirement.need != .notRequired {
            let title = FiledPicture.safeName(requirement.material.title)
            try make("\(path)/materials/\(title)")
        }
        let staged = try TemporaryFile(beside: file)
        try HashingOutput(descriptor: staged.descriptor).write(Array(text.utf8))
        try staged.publish(replacing: false)
    }

    private func make(_ path: String) throws(PackagingError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw PackagingError(.outputFailed, path, reason: String(cString: strerror(errno)))
        }
    }
}
