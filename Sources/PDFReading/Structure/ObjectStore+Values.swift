extension ObjectStore {
    /// Numbers of an array of just so many; nil if nothing is stated.
    func numbers(
        _ key: String,
        of dictionary: PDFDictionary,
        count: Int
    ) throws(PDFReadingError) -> [Double]? {
        let value = try entry(key, of: dictionary)
        guard !value.isNull else { return nil }
        var numbers: [Double] = []
        for element in value.array ?? [] {
            guard let number = try resolved(element).number, numbers.count < count else {
                throw PDFReadingError(.badObject, at: 0)
            }
            numbers.append(number)
        }
        guard numbers.count == count else { throw PDFReadingError(.badObject, at: 0) }
        return numbers
    }

    func rectangle(
        _ key: String,
        of dictionary: PDFDictionary
    ) throws(PDFReadingError) -> PDFRectangle? {
        guard let numbers = try numbers(key, of: dictionary, count: 4) else { return nil }
        return PDFRectangle(PDFPoint(numbers[0], numbers[1]), PDFPoint(numbers[2], numbers[3]))
    }
}
