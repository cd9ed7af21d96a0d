/// Why data cannot be read on, or forms cannot be made: what would be true of every record.
public struct FormDataError: Error, Hashable, Sendable {
    /// What is wrong.
    public let faults: [FormDataFault]

    /// Wraps some faults.
    public init(_ faults: [FormDataFault]) { self.faults = faults }

    /// Wraps one fault.
    public init(_ fault: FormDataFault) { faults = [fault] }
}

extension FormDataError: CustomStringConvertible {
    /// The codes and places; the sentences stand in Templates/Texts/forms.yaml.
    public var description: String {
        faults.map { fault in
            let place = fault.line.map { " in line \($0)" } ?? ""
            return fault.code.rawValue + place
        }.joined(separator: ", ")
    }
}
