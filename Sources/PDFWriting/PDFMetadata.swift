/// What a PDF says about itself; everything that could differ between two runs is given here.
public struct PDFMetadata: Sendable {
    /// The title, in the document's language.
    public var title: String
    /// What the document is about, in one sentence.
    public var subject: String
    /// The program that made it, with its version.
    public var creator: String
    /// The moment it states as its making.
    public var date: PDFDate
    /// The language of its text (BCP 47).
    public var language: String
    /// 16 bytes that identify the file's content (ISO 32000-1, 14.4).
    public var identifier: [UInt8]
    /// An ICC profile of an RGB display, for the output intent that PDF/A demands.
    public var colourProfile: [UInt8]
    /// How viewers show the document when it is opened.
    public var opening: PDFOpening

    /// States the metadata.
    public init(
        title: String,
        subject: String,
        creator: String,
        date: PDFDate,
        language: String = "zh-CN",
        identifier: [UInt8],
        colourProfile: [UInt8],
        opening: PDFOpening = PDFOpening()
    ) {
        self.title = title
        self.subject = subject
        self.creator = creator
        self.date = date
        self.language = language
        self.identifier = identifier
        self.colourProfile = colourProfile
        self.opening = opening
    }

    static let producer = "Haru Free PDF Library 2.3.0"
}

/// A day, at midnight in China (UTC+08:00): the precision with which papers are dated.
public struct PDFDate: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month.
    public var day: Int

    /// States a day.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date as PDF writes it (ISO 32000-1, 7.9.4).
    var pdf: String { "D:\(year)\(twoDigits(month))\(twoDigits(day))000000+08'00'" }

    /// The date as XMP writes it (ISO 8601).
    var xmp: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))T00:00:00+08:00" }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
