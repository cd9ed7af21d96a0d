/// Faults of the bag itself, by the clauses of RFC 8493.
extension BagFault.Code {
    /// bagit.txt is missing (2.1.1).
    public static let declarationMissing = Self("bag.declaration-missing")
    /// bagit.txt does not have exactly its two lines (2.1.1).
    public static let declarationMalformed = Self("bag.declaration-malformed")
    /// The version is none that can be read.
    public static let versionUnknown = Self("bag.version-unknown")
    /// The character encoding of the tag files cannot be read.
    public static let encodingUnknown = Self("bag.encoding-unknown")
    /// A tag file does not decode in the encoding declared.
    public static let tagFileUndecodable = Self("bag.tag-file-undecodable")
    /// A tag file begins with a byte order mark (2.1.1).
    public static let byteOrderMark = Self("bag.byte-order-mark")
    /// There is no data folder (2.1.2).
    public static let payloadFolderMissing = Self("bag.payload-folder-missing")
    /// There is no manifest that can be checked (2.1.3).
    public static let manifestMissing = Self("bag.manifest-missing")
    /// A manifest uses an algorithm that we cannot compute.
    public static let algorithmUnknown = Self("bag.algorithm-unknown")
    /// A manifest's digests rest on MD5 or SHA-1 alone, which can be forged.
    public static let algorithmWeak = Self("bag.algorithm-weak")
    /// A line of a manifest is not a digest, white space and a path.
    public static let manifestLineMalformed = Self("bag.manifest-line-malformed")
    /// A manifest marks a path with "*" or "./", as other tools do.
    public static let manifestPathPrefixed = Self("bag.manifest-path-prefixed")
    /// A manifest is not in the one form that we write.
    public static let manifestNotCanonical = Self("bag.manifest-not-canonical")
    /// A manifest names a path outside the bag.
    public static let pathOutside = Self("bag.path-outside")
    /// A payload manifest names a tag file, or a tag manifest a payload file or a tag manifest.
    public static let pathMisplaced = Self("bag.path-misplaced")
    /// A manifest names a file twice with one digest.
    public static let listedTwice = Self("bag.listed-twice")
    /// A manifest names a file twice with different digests.
    public static let listedDifferently = Self("bag.listed-differently")
    /// A manifest names a file that is not there.
    public static let fileMissing = Self("bag.file-missing")
    /// A file that is still to be fetched is not there.
    public static let fileNotFetched = Self("bag.file-not-fetched")
    /// A manifest names a file that is there under another case or Unicode form.
    public static let fileNamedDifferently = Self("bag.file-named-differently")
    /// A file's bytes are not those that a manifest states.
    public static let fileChanged = Self("bag.file-changed")
    /// A file cannot be read to its end.
    public static let fileUnreadable = Self("bag.file-unreadable")
    /// A payload file stands in no manifest, or not in each.
    public static let payloadUnlisted = Self("bag.payload-unlisted")
    /// A tag file stands in no tag manifest.
    public static let tagFileUnlisted = Self("bag.tag-file-unlisted")
    /// A line of bag-info.txt is not a label, a colon and a value.
    public static let infoLineMalformed = Self("bag.info-line-malformed")
    /// Payload-Oxum is not two numbers, or stands twice.
    public static let oxumMalformed = Self("bag.oxum-malformed")
    /// The payload has not the bytes and files that Payload-Oxum states.
    public static let oxumWrong = Self("bag.oxum-wrong")
    /// A line of fetch.txt is not an address, a length and a path.
    public static let fetchLineMalformed = Self("bag.fetch-line-malformed")
    /// The bag has a fetch.txt, which ours never have.
    public static let fetchPresent = Self("bag.fetch-present")
}
