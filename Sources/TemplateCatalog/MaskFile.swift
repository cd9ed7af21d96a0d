public import Registration

/// A candidate's list of what to hide in a copy for outside eyes, `masks.yaml`.
///
/// Pictures are named by their paths and never repeated in errors: a file's name may be somebody's.
public struct MaskFile: Hashable, Sendable {
    /// What somebody who has looked at a picture says about it.
    public enum Verdict: Hashable, Sendable {
        /// These parts must be hidden, in pixels as seen upright.
        case hide([PixelRegion])
        /// There is nothing to hide.
        case clear
    }

    /// The name of the file in a candidate's folder.
    public static let name = "masks.yaml"

    /// The verdicts by the path of the picture.
    public let verdicts: [String: Verdict]

    /// A list that names no picture.
    public init() { verdicts = [:] }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - size: The size of a picture as seen upright by its path; nil if there is no such picture.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(
        bytes: [UInt8],
        size: (String) -> PixelSize?
    ) throws(CatalogError) {
        var verdicts: [String: Verdict] = [:]
        for item in try YAMLDocument.parse(bytes, file: Self.name).list() {
            let mapping = try YAMLMapping(
                item,
                keys: ["picture", "boxes", "clear"],
                repeatsKeys: false
            )
            let picture = try mapping.required("picture")
            let path = try picture.words()
            guard let size = size(path) else {
                throw picture.error(.wrongValue, "there is no such picture in the folder")
            }
            guard verdicts[path] == nil else {
                throw picture.error(.wrongValue, "this picture is there already")
            }
            verdicts[path] = try Verdict(mapping, of: size)
        }
        self.verdicts = verdicts
    }

    /// Reads the list of a candidate's folder; one that is not there names no picture.
    ///
    /// - Parameters:
    ///   - folder: The candidate's folder.
    ///   - size: The size of a picture as seen upright by its path; nil if there is no such picture.
    /// - Returns: The list.
    /// - Throws: `CatalogError` if it cannot be read, or at its first fault.
    public static func read(
        in folder: String,
        size: (String) -> PixelSize?
    ) throws(CatalogError) -> MaskFile {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read("\(folder)/\(name)", named: name)
        } catch {
            guard error.code == .notFound else { throw error }
            return MaskFile()
        }
        return try MaskFile(bytes: bytes, size: size)
    }
}

extension MaskFile.Verdict {
    fileprivate init(_ mapping: YAMLMapping, of size: PixelSize) throws(CatalogError) {
        switch (mapping.optional("boxes"), mapping.optional("clear")) {
        case (let boxes?, nil):
            let list = try boxes.list()
            guard !list.isEmpty else {
                throw boxes.error(.wrongValue, "a list without boxes hides nothing")
            }
            self = .hide(
                try list.map { (box) throws(CatalogError) in try Self.region(box, of: size) }
            )
        case (nil, let clear?):
            guard try clear.flag() else { throw clear.error(.wrongValue, "true is expected") }
            self = .clear
        default:
            throw mapping.value.error(.wrongValue, "either boxes or \"clear: true\" is expected")
        }
    }

    private static func region(_ box: YAMLValue, of size: PixelSize) throws(CatalogError)
        -> PixelRegion
    {
        let numbers = try box.list().map { (number) throws(CatalogError) in
            try number.integer(in: 0...100_000)
        }
        guard numbers.count == 4 else {
            throw box.error(.wrongValue, "a box is [x, y, width, height]")
        }
        let region = PixelRegion(
            x: numbers[0],
            y: numbers[1],
            width: numbers[2],
            height: numbers[3]
        )
        guard region.lies(within: size) else {
            throw box.error(
                .wrongValue,
                "the box is empty or goes beyond the picture of \(size.width)×\(size.height) pixels"
            )
        }
        return region
    }
}
