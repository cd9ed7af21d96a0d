public import Registration

/// Every code that a review gives, with its severity; the sentences stand in Templates/Texts.
extension Finding.Code {
    /// A required material has no picture: error.
    public static let materialMissing = Self("material.missing")
    /// A required material has some pictures, but fewer than it must: error.
    public static let materialTooFew = Self("material.too-few")
    /// A material has more pictures than can be uploaded: error.
    public static let materialTooMany = Self("material.too-many")
    /// A material has pictures though the profile does not ask for it: warning.
    public static let materialNotRequired = Self("material.not-required")
    /// The profile does not say enough to tell whether a material is needed: warning.
    public static let materialCannotTell = Self("material.cannot-tell")
    /// A material is needed, but how many pictures depends on what the profile leaves out: warning.
    public static let materialCountUnclear = Self("material.count-unclear")
    /// A folder has a name that is no material of the area: error.
    public static let materialUnknownFolder = Self("material.unknown-folder")
    /// A required material has no picture, but another that proves the same has: note.
    public static let materialSatisfiedElsewhere = Self("material.satisfied-elsewhere")
    /// A required material has no picture and is waived with a reason: note.
    public static let materialWaived = Self("material.waived")
    /// A waiver is asked for a material that cannot be waived for this candidate: error.
    public static let waiverNotAllowed = Self("waiver.not-allowed")
    /// A translation is there without its original, or the other way round: error.
    public static let materialUnpaired = Self("material.unpaired")
    /// A paper was issued in another year than the rule demands: error.
    public static let paperWrongYear = Self("paper.wrong-year")
    /// A paper was issued longer ago than the rule allows: error.
    public static let paperTooOld = Self("paper.too-old")
    /// A paper has expired: error.
    public static let paperExpired = Self("paper.expired")
    /// A paper bears a date that is still to come: error.
    public static let paperNotYetIssued = Self("paper.not-yet-issued")
    /// The date that a rule asks about is not in candidate.yaml, or too vague: severity from the area.
    public static let paperDateUnknown = Self("paper.date-unknown")
    /// The profile contradicts a sentence of the manual: error.
    public static let profileInconsistent = Self("profile.inconsistent")
    /// A question is answered though the other answers rule it out: warning.
    public static let profileNotApplicable = Self("profile.not-applicable")
    /// An entry of a list ends before it begins: error.
    public static let profileDatesReversed = Self("profile.dates-reversed")
    /// The name has more characters than the national form takes: warning.
    public static let nameTooLong = Self("candidate.name-too-long")
    /// The day is none of those on which the area takes something: severity from the area.
    public static let deadlinePassed = Self("area.deadline")
    /// All pictures together are larger than the area takes: error.
    public static let dossierTooLarge = Self("dossier.too-large")
    /// All pictures together are within the limit if M is 1024², not if M is 1000²: note.
    public static let dossierNearLimit = Self("dossier.near-limit")
    /// The file has no bytes: error.
    public static let pictureEmpty = Self("picture.empty")
    /// The file is of a format that is not taken: error.
    public static let pictureWrongFormat = Self("picture.wrong-format")
    /// The file name's extension is not that of the format: error.
    public static let pictureExtensionMismatch = Self("picture.extension-mismatch")
    /// The file name has two extensions, "1.jpg.png": warning.
    public static let pictureDoubleExtension = Self("picture.double-extension")
    /// The file is larger than allowed: error.
    public static let pictureTooLarge = Self("picture.too-large")
    /// The file is within the limit if k is 1024, not if k is 1000: note.
    public static let pictureNearLimit = Self("picture.near-limit")
    /// The file is smaller than allowed: error.
    public static let pictureTooSmall = Self("picture.too-small")
    /// The file is large enough if k is 1000, not if k is 1024: note.
    public static let pictureNearFloor = Self("picture.near-floor")
    /// The file ends before the picture does: error.
    public static let pictureTruncated = Self("picture.truncated")
    /// The file's data contradicts itself: error.
    public static let pictureCorrupt = Self("picture.corrupt")
    /// The format is right but this kind of it cannot be used (CMYK, 12-bit, arithmetic): error.
    public static let pictureUnsupported = Self("picture.unsupported")
    /// The picture claims more than we are willing to decode: error.
    public static let pictureOverLimit = Self("picture.over-limit")
    /// The picture is upright only where EXIF orientation is obeyed: error.
    public static let pictureTurned = Self("picture.turned")
    /// There are bytes behind the end of the picture: warning, or error beyond what is tolerated.
    public static let pictureTrailingBytes = Self("picture.trailing-bytes")
    /// The picture has fewer pixels than it must: severity from the area.
    public static let pictureTooFewPixels = Self("picture.too-few-pixels")
    /// The picture has more pixels than it may: severity from the area.
    public static let pictureTooManyPixels = Self("picture.too-many-pixels")
    /// The picture has no colour where the area wants it: severity from the area.
    public static let pictureNotColour = Self("picture.not-colour")
    /// Nothing is on the picture: error.
    public static let pictureBlank = Self("picture.blank")
    /// The picture is blurred: error, or warning where it may still be read.
    public static let pictureBlurred = Self("picture.blurred")
    /// The picture is dark: error or warning.
    public static let pictureDark = Self("picture.dark")
    /// The picture has little contrast: error or warning.
    public static let pictureLowContrast = Self("picture.low-contrast")
    /// The text seems to lie on its side: warning.
    public static let pictureSideways = Self("picture.sideways")
    /// A bright spot outshines the paper: warning.
    public static let pictureGlare = Self("picture.glare")
    /// The JPEG is coarsely quantized: warning.
    public static let pictureLowQuality = Self("picture.low-quality")
    /// The photo's background is not white: error or warning.
    public static let pictureBackground = Self("picture.background")
    /// Another number of faces is seen than the photo must show: warning.
    public static let pictureFaces = Self("picture.faces")
    /// EXIF names a place or the serial number of a device: warning.
    public static let pictureTellsPlace = Self("picture.tells-place")
    /// The picture is nearly the same as another one: warning.
    public static let pictureNearDuplicate = Self("picture.near-duplicate")
    /// The ground shows through the picture, whatever its colour: severity from the area.
    public static let pictureTransparent = Self("picture.transparent")
    /// A thing on the picture runs over its edge: note.
    public static let pictureCutOff = Self("picture.cut-off")
    /// The picture was taken earlier than a paper like it may be, as its file says: note.
    public static let pictureTakenEarly = Self("picture.taken-early")
    /// The original was changed after it was repaired: warning, the original counts.
    public static let repairStale = Self("repair.stale")
    /// A repaired file is missing or was changed by hand: warning, the original counts.
    public static let repairAltered = Self("repair.altered")
    /// A turn is asked for a picture that is not there: warning.
    public static let turnUnknown = Self("repair.turn-unknown")
    /// The picture's proportions are unusual: severity from the area.
    public static let pictureProportions = Self("picture.proportions")
    /// The same file is there twice in one material: error.
    public static let pictureDuplicate = Self("picture.duplicate")
    /// The same file is there in another material: warning.
    public static let pictureDuplicateElsewhere = Self("picture.duplicate-elsewhere")
    /// Name, kind or number of the identity document are still open in candidate.yaml: error.
    public static let candidateIncomplete = Self("candidate.incomplete")
    /// Something that is neither a picture nor a material's folder lies among the materials: warning.
    public static let folderStray = Self("folder.stray")
    /// No installed font has a character of the candidate's data (error) or of a file's name (warning).
    public static let textMissingGlyph = Self("text.missing-glyph")

    /// All of them, in the order above.
    public static let reviewCodes: [Self] = [
        .materialMissing, .materialTooFew, .materialTooMany, .materialNotRequired,
        .materialCannotTell, .materialCountUnclear, .materialUnknownFolder,
        .materialSatisfiedElsewhere, .materialWaived, .waiverNotAllowed, .materialUnpaired,
        .paperWrongYear, .paperTooOld, .paperExpired, .paperNotYetIssued, .paperDateUnknown,
        .profileInconsistent, .profileNotApplicable, .profileDatesReversed,
        .nameTooLong, .deadlinePassed, .dossierTooLarge, .dossierNearLimit, .pictureEmpty,
        .pictureWrongFormat, .pictureExtensionMismatch, .pictureDoubleExtension, .pictureTooLarge,
        .pictureNearLimit,
        .pictureTooSmall, .pictureNearFloor, .pictureTruncated, .pictureCorrupt,
        .pictureUnsupported,
        .pictureOverLimit, .pictureTurned, .pictureTrailingBytes, .pictureTooFewPixels,
        .pictureTooManyPixels, .pictureNotColour, .pictureProportions, .pictureDuplicate,
        .pictureDuplicateElsewhere, .pictureBlank, .pictureBlurred, .pictureDark,
        .pictureLowContrast, .pictureSideways, .pictureGlare, .pictureLowQuality,
        .pictureBackground, .pictureFaces, .pictureTellsPlace, .pictureNearDuplicate,
        .pictureTransparent, .pictureCutOff, .pictureTakenEarly, .repairStale, .repairAltered,
        .turnUnknown,
        .candidateIncomplete, .folderStray, .textMissingGlyph,
    ]
}
