/// Takes objects that are stated in our own words.
protocol ObjectTaking {
    /// Takes an object, and gives its number.
    func add(_ text: ObjectText) -> Int
    /// Takes an object whose number is known already.
    func add(_ text: ObjectText, as number: Int)
    /// Takes a stream, and gives its number; `entries` say what is not said of every stream.
    func add(_ bytes: StreamBytes, _ entries: ObjectText) -> Int
}

extension GrowingFile: ObjectTaking {
    func add(_ bytes: StreamBytes, _ entries: ObjectText) -> Int {
        var entries = entries
        entries.add("/Filter/FlateDecode")
        return add(payload: bytes.deflated, entries)
    }
}
