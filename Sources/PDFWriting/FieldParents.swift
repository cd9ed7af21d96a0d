import CHaru
import PageLayout

/// The fields that hold others, by their full names: "candidate" of "candidate.name".
@safe struct FieldParents {
    fileprivate let fields: HPDF_Array
    fileprivate var known: [[String]: (field: HPDF_Dict, kids: HPDF_Array)] = unsafe [:]

    /// Starts with the list of the fields that no other holds.
    init(_ fields: HPDF_Array) { unsafe self.fields = fields }
}

extension PDFDocument {
    /// A field with its name and label, under the fields that its full name begins with.
    func makeField(
        _ entry: FieldForm.Entry,
        under parents: inout FieldParents
    ) throws(PDFError) -> HPDF_Dict {
        let field = try unsafe makeNamed(entry.path, under: &parents)
        unsafe setText(entry.field.label, "TU", of: field)
        return unsafe field
    }

    private func makeNamed(
        _ path: [String],
        under parents: inout FieldParents
    ) throws(PDFError) -> HPDF_Dict {
        let field = try unsafe makeDictionary()
        let outer = Array(path.dropLast())
        if outer.isEmpty {
            unsafe HPDF_Array_Add(parents.fields, field)
        } else {
            let parent = try unsafe known(outer, in: &parents)
            unsafe HPDF_Dict_Add(field, "Parent", parent.field)
            unsafe HPDF_Array_Add(parent.kids, field)
        }
        let name = path[path.count - 1]
        if name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            unsafe setString(name, "T", of: field)
        } else {
            unsafe setText(name, "T", of: field)
        }
        return unsafe field
    }

    private func known(
        _ path: [String],
        in parents: inout FieldParents
    ) throws(PDFError) -> (field: HPDF_Dict, kids: HPDF_Array) {
        if let parent = unsafe parents.known[path] { return unsafe parent }
        let field = try unsafe makeNamed(path, under: &parents)
        let parent = try unsafe (field: field, kids: makeArray("Kids", of: field))
        unsafe parents.known[path] = unsafe parent
        return unsafe parent
    }
}
