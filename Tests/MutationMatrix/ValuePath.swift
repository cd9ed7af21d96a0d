import Sealing

/// The way to a value inside a JSON value.
struct ValuePath: CustomStringConvertible {
    private enum Step {
        case member(String)
        case element(Int)
    }

    private let steps: [Step]

    /// The ways to all values below the whole.
    static func all(in value: JSONValue) -> [ValuePath] {
        below(value, []).map(ValuePath.init)
    }

    private static func below(_ value: JSONValue, _ path: [Step]) -> [[Step]] {
        let children: [(Step, JSONValue)] =
            (value.object ?? [:]).sorted { $0.key < $1.key }.map { (.member($0.key), $0.value) }
            + (value.array ?? []).enumerated().map { (.element($0.offset), $0.element) }
        return children.flatMap { [path + [$0.0]] + below($0.1, path + [$0.0]) }
    }

    /// The whole with another value there, or none; nil if that can't be.
    func replacing(by value: JSONValue?, in whole: JSONValue) -> JSONValue? {
        Self.replacing(steps[...], by: value, in: whole)
    }

    private static func replacing(
        _ path: ArraySlice<Step>,
        by value: JSONValue?,
        in whole: JSONValue
    ) -> JSONValue? {
        switch path.first {
        case nil: return value
        case .member(let name):
            guard var members = whole.object, let old = members[name] else { return nil }
            members[name] = replacing(path.dropFirst(), by: value, in: old)
            return .object(members)
        case .element(let index):
            guard var elements = whole.array else { return nil }
            guard let new = replacing(path.dropFirst(), by: value, in: elements[index]) else {
                elements.remove(at: index)
                return .array(elements)
            }
            elements[index] = new
            return .array(elements)
        }
    }

    var description: String {
        steps.map { step in
            switch step {
            case .member(let name): ".\(name)"
            case .element(let index): "[\(index)]"
            }
        }.joined()
    }
}
