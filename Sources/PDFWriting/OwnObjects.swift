/// Objects that are stated in our own words, numbered after all of libharu's.
///
/// libharu takes memory for each entry of each dictionary, and a structure tree has thousands of them.
final class OwnObjects {
    private var first = 0
    private var texts: [[UInt8]] = []
    /// What is stated of objects to which libharu gave their numbers, by these.
    private var standIns: [[UInt8]?] = []
    /// The fonts that are not stated yet, with the numbers that libharu gave them.
    var fonts: [(number: Int, font: EmbeddedFont)] = []
    /// The parts of the structure tree, which are the same in many documents.
    var structure = 0..<0
    /// What differs from one form of a batch to the next.
    var varying: Set<Int> = []

    /// The number of objects, but for those that have numbers of libharu's.
    var count: Int { texts.count }

    /// Begins to number objects; from now on libharu may make no more.
    func begin(at number: Int) { first = number }

    /// The number of the object added next.
    var next: Int { first + texts.count }

    /// Adds an object, and gives its number.
    @discardableResult
    func append(_ text: ObjectText) -> Int {
        texts.append(text.bytes)
        return next - 1
    }

    /// Adds objects one after the other.
    func append(contentsOf texts: [[UInt8]]) { self.texts += texts }

    /// States the value of an object to which libharu gave its number.
    func setStandIn(_ number: Int, to text: ObjectText) {
        while standIns.count <= number { standIns.append(nil) }
        standIns[number] = text.bytes
    }

    /// The value of an object; nil if it is libharu's.
    subscript(number: Int) -> [UInt8]? {
        let index = number - first
        if texts.indices.contains(index) { return texts[index] }
        return standIns.indices.contains(number) ? standIns[number] : nil
    }
}
