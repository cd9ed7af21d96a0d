/// Writes a document's objects one by one, with a table that finds them (ISO 32000-1, 7.5.4), to be read by
/// people.
struct PlainFile {
    private let objects: DocumentObjects
    private let output: OutputBuffer

    init(_ objects: DocumentObjects, _ output: OutputBuffer) {
        self.objects = objects
        self.output = output
    }

    /// Writes all objects and what finds them, or as much as could be before something failed.
    func write() {
        var entries = "0000000000 65535 f \n"
        for number in 1..<objects.count {
            guard objects.contains(number) else {
                entries += "0000000000 65535 f \n"
                continue
            }
            let offset = String(output.count)
            let zeros = String(repeating: "0", count: max(0, 10 - offset.utf8.count))
            entries += "\(zeros)\(offset) 00000 n \n"
            guard objects.write(number) else { return }
        }
        let start = output.count
        output.write("xref\n0 \(objects.count)\n\(entries)trailer\n")
        // What libharu's trailer says, the number of objects besides.
        output.collect()
        objects.writeTrailer()
        output.write(output.collected().dropLast(2) + "/Size \(objects.count)>>".utf8)
        output.write("\nstartxref\n\(start)\n%%EOF\n")
    }
}
