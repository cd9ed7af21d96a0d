public import Registration

/// A question about a candidate's circumstances, as an area's file asks it: data, not code.
public indirect enum Condition: Hashable, Sendable {
    /// Holds for everybody.
    case always
    /// Every part holds.
    case all([Self])
    /// Some part holds.
    case any([Self])
    /// The part does not hold.
    case not(Self)
    /// The key has one of the values.
    case isOneOf(key: String, values: [ProfileValue])
    /// The date is this day or a later one.
    case since(key: String, day: PartialDate)
    /// The date is earlier than this day.
    case before(key: String, day: PartialDate)
    /// Some entry of a list meets the condition, whose keys are the entry's.
    case someEntry(of: String, Self)
    /// Every entry of a list meets the condition; an empty list does.
    case everyEntry(of: String, Self)

    /// The key has this value.
    public static func equals(_ key: String, _ value: ProfileValue) -> Self {
        .isOneOf(key: key, values: [value])
    }
}
