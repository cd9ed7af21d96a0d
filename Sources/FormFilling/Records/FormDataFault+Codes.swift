extension FormDataFault.Code {
    /// The file cannot be read.
    public static let unreadable = Self(rawValue: "data.unreadable")
    /// There is no such file.
    public static let missing = Self(rawValue: "data.missing")
    /// It is a workbook of a spreadsheet program, not a text.
    public static let workbook = Self(rawValue: "data.workbook")
    /// It is no text at all.
    public static let notText = Self(rawValue: "data.notText")
    /// Bytes are no characters of the encoding.
    public static let encoding = Self(rawValue: "data.encoding")
    /// The system cannot read the encoding.
    public static let noConverter = Self(rawValue: "data.noConverter")
    /// There is nothing in the file.
    public static let empty = Self(rawValue: "data.empty")
    /// A quote is opened and never closed.
    public static let openQuote = Self(rawValue: "data.openQuote")
    /// Something follows a closing quote.
    public static let strayQuote = Self(rawValue: "data.strayQuote")
    /// A row has more or fewer cells than the header.
    public static let ragged = Self(rawValue: "data.ragged")
    /// A cell is longer than allowed.
    public static let cellTooLong = Self(rawValue: "data.cellTooLong")
    /// A row has more cells than allowed.
    public static let tooManyCells = Self(rawValue: "data.tooManyCells")
    /// A line is longer than allowed.
    public static let lineTooLong = Self(rawValue: "data.lineTooLong")
    /// A text is no JSON.
    public static let json = Self(rawValue: "data.json")
    /// A JSON text is no object, or no array of objects.
    public static let notRecord = Self(rawValue: "data.notRecord")

    /// No column bears the name of a field.
    public static let noHeader = Self(rawValue: "form.noHeader")
    /// A column bears the name of no field.
    public static let unknownColumn = Self(rawValue: "form.unknownColumn")
    /// A column bears a name that several fields have.
    public static let ambiguousColumn = Self(rawValue: "form.ambiguousColumn")
    /// Two columns are for the same field.
    public static let duplicateColumn = Self(rawValue: "form.duplicateColumn")
    /// There is no column for a field that must be answered.
    public static let missingColumn = Self(rawValue: "form.missingColumn")
    /// A cell is filled in a column without a name.
    public static let unnamedColumn = Self(rawValue: "form.unnamedColumn")

    /// A field must be answered.
    public static let required = Self(rawValue: "form.required")
    /// An answer is too long.
    public static let limit = Self(rawValue: "form.limit")
    /// There are too many rows.
    public static let rowLimit = Self(rawValue: "form.rowLimit")
    /// An answer does not match the pattern.
    public static let pattern = Self(rawValue: "form.pattern")
    /// An answer is none of the options.
    public static let option = Self(rawValue: "form.option")
    /// An answer is no day.
    public static let date = Self(rawValue: "form.date")
    /// A day is told as a spreadsheet counts days.
    public static let serialDate = Self(rawValue: "form.serialDate")
    /// An answer is no month.
    public static let month = Self(rawValue: "form.month")
    /// An answer is not made of digits.
    public static let number = Self(rawValue: "form.number")
    /// A spreadsheet has rewritten a long number, and digits are lost.
    public static let longNumber = Self(rawValue: "form.longNumber")
    /// A long number ends in zeros, as spreadsheets make it.
    public static let roundNumber = Self(rawValue: "form.roundNumber")
    /// An answer is no telephone number.
    public static let phone = Self(rawValue: "form.phone")
    /// An answer is no number of a document.
    public static let idNumber = Self(rawValue: "form.idNumber")
    /// A citizen's number has too many or too few digits.
    public static let idLength = Self(rawValue: "form.idLength")
    /// The birthday in a citizen's number is no day.
    public static let idBirthday = Self(rawValue: "form.idBirthday")
    /// The check character of a citizen's number does not fit.
    public static let idCheck = Self(rawValue: "form.idCheck")
    /// A line of text has a line break.
    public static let lineBreak = Self(rawValue: "form.lineBreak")
    /// A text has a character that cannot be printed.
    public static let control = Self(rawValue: "form.control")
    /// A single value was expected.
    public static let single = Self(rawValue: "form.single")
    /// Rows were expected.
    public static let rows = Self(rawValue: "form.rows")
    /// An entry for a sheet fits none of the list.
    public static let unknownEntry = Self(rawValue: "form.unknownEntry")
    /// A pattern of the template is no regular expression.
    public static let template = Self(rawValue: "form.template")

    /// Another row has the same file name.
    public static let fileClash = Self(rawValue: "form.fileClash")
    /// A file is there that this tool did not make.
    public static let fileExists = Self(rawValue: "form.fileExists")
    /// The pattern of file names is none.
    public static let fileName = Self(rawValue: "form.fileName")
    /// The output folder cannot be used.
    public static let output = Self(rawValue: "form.output")

    /// All codes.
    public static let all: [Self] = [
        .unreadable, .missing, .workbook, .notText, .encoding, .noConverter, .empty, .openQuote,
        .strayQuote, .ragged,
        .cellTooLong, .tooManyCells, .lineTooLong, .json, .notRecord, .noHeader, .unknownColumn,
        .ambiguousColumn, .duplicateColumn, .missingColumn, .unnamedColumn, .required, .limit,
        .rowLimit, .pattern, .option, .date, .serialDate, .month, .number, .longNumber,
        .roundNumber, .phone, .idNumber, .idLength, .idBirthday, .idCheck, .lineBreak, .control,
        .single, .rows, .unknownEntry, .template, .fileClash, .fileExists, .fileName, .output,
    ]
}
