/// What the sheets of a dossier tell, in words and numbers that only need to be set.
struct SheetContents: Hashable, Sendable {
    /// A picture of a material.
    struct Picture: Hashable, Sendable {
        /// What is seen on it, or the name of its file.
        var title: String
        /// The printed numbers of the pages on which it stands, "12" or "12–13".
        var pages: String
        /// What else there is to say; mostly nothing.
        var remark = ""
    }

    /// A material with what it is needed for.
    struct Material: Hashable, Sendable {
        /// The title.
        var title: String
        /// Whether it must be handed in, in a word.
        var need: String
        /// The section of the manual that asks for it; empty if none is known.
        var section = ""
        /// The words of the clause; empty if none is known.
        var quote = ""
        /// The pictures in order.
        var pictures: [Picture] = []
        /// The printed numbers of all its pages; empty if it has none.
        var pages = ""
        /// What else there is to say; mostly nothing.
        var remark = ""
    }

    /// A picture that was repaired.
    struct Repair: Hashable, Sendable {
        /// The printed number of the page on which it stands.
        var pages: String
        /// The material and which of its pictures.
        var title: String
        /// What was done.
        var steps: String
    }

    /// The candidate's name.
    var name: String
    /// The number of the identity document, masked.
    var maskedIDNumber: String
    /// The exam area by its name, and the exam's year.
    var area: String
    var year: String
    /// The level and the category of the exam.
    var level: String
    var category: String
    /// Where the candidate works, and the telephone number; empty if they are not known.
    var workplace = ""
    var phone = ""
    /// The archive's id, which is its file number.
    var archive: String
    /// The number of pages that bear a number.
    var pageCount: Int
    /// The materials in the order of the dossier.
    var materials: [Material]
    /// The pictures that were repaired.
    var repairs: [Repair] = []
    /// The titles of materials that are needed and not there.
    var missing: [String] = []
    /// What the check found, as sentences without their full stop.
    var findings: [String] = []
    /// The day of making as YYYY-MM-DD; empty to be written by hand.
    var filed = ""

    /// The number of pictures.
    var pictureCount: Int { materials.reduce(0) { $0 + $1.pictures.count } }
}
