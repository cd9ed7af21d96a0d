/// Objects that are stated in our own words, numbered after all of libharu's.
///
/// libharu takes memory for each entry of each dictionary, and a structure tree has thousands of them.
final class OwnObjects {
    private var first = 0
    private var texts: [[UInt8]] = []
    /// The object of libharu's, if any, that stands for one of ours in objects of libharu's.
    private var standIn: (number: Int, text: [UInt8])?

    /// The number of objects, but for the one that has a number of libharu's.
    var count: Int { texts.count }

    /// Begins to number objects; from now on libharu may make no more.
    func begin(at number: Int) { first = number }

    /// The number of the object added next.
    var next: Int { first + texts.count }

    func append(_ text: [UInt8]) { texts.append(text) }

    /// States the value of an object to which libharu gave its number.
    func setStandIn(_ number: Int, to text: [UInt8]) { standIn = (number, text) }

    /// The value of an object; nil if it is libharu's.
    subscript(number: Int) -> [UInt8]? {
        if let standIn, standIn.number == number { return standIn.text }
        let index = number - first
        return texts.indices.contains(index) ? texts[index] : nil
    }
}
