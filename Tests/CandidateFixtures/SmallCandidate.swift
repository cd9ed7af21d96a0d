/// A candidate's folder of a few small pictures: it has findings and packs in a moment.
package struct SmallCandidate {
    package var name = "试样甲"
    /// The check digit is right, the place 990101 does not exist.
    package var idNumber = "990101199001010019"
    package var area = "hubei-2025"
    /// The pictures by their path below materials.
    package var pictures: [String: [UInt8]] = [
        "身份证明/1.jpg": FlatJPEG.gray(40), "身份证明/2.jpg": FlatJPEG.gray(80),
        "毕业证书/1.jpg": FlatJPEG.redAndBlue(),
    ]

    package init() {}

    package init(name: String) { self.name = name }

    package init(pictures: [String: [UInt8]]) { self.pictures = pictures }

    package var yaml: String {
        """
        name: \(name)
        idKind: 二代身份证
        idNumber: "\(idNumber)"
        area: \(area)
        profile:
          level: 执业医师
          category: 临床
          education: 本科
          identity: 大陆居民

        """
    }

    /// Writes the folder; its path.
    @discardableResult
    package func write(to name: String, in folder: TemporaryFolder) throws -> String {
        try folder.write(yaml, to: "\(name)/candidate.yaml")
        for (path, bytes) in pictures { try folder.write(bytes, to: "\(name)/materials/\(path)") }
        return folder.path(name)
    }
}
