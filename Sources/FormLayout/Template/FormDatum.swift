/// What somebody gave for a field of a form, before anybody looked whether it will do.
public indirect enum FormDatum: Hashable, Sendable {
    /// Words or a number, as written.
    case text(String)
    /// Several values.
    case list([FormDatum])
    /// A row of a table, by its columns.
    case group([String: FormDatum])
    /// A number of so many digits that the last ones were lost while it was read.
    case rounded

    /// The text, if this is one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
