/// The pictures of a growing document, each written where it is shown first.
final class GrowingPictures {
    private let file: GrowingFile
    /// The objects by the pictures' indexes.
    private var numbers: [Int: Int] = [:]
    /// Those that the page shows that is drawn.
    private var shown: [Int] = []

    init(in file: GrowingFile) { self.file = file }

    /// What a page calls a picture, which is written if it is new.
    func name(
        of index: Int,
        _ picture: (Int) throws(PDFError) -> PDFPicture
    ) throws(PDFError) -> String {
        if numbers[index] == nil { numbers[index] = try write(picture(index)) }
        if !shown.contains(index) { shown.append(index) }
        return "P\(index)"
    }

    /// Ends a page: names the pictures and forms that it shows.
    func endPage(_ text: inout ObjectText, with forms: [(name: String, number: Int)]) {
        guard !shown.isEmpty || !forms.isEmpty else { return }
        text.add("/XObject<<")
        for index in shown {
            guard let number = numbers[index] else { continue }
            text.add(name: "P\(index)")
            text.add(reference: number)
        }
        for form in forms {
            text.add(name: form.name)
            text.add(reference: form.number)
        }
        text.add(">>")
        shown = []
    }

    private func write(_ picture: PDFPicture) throws(PDFError) -> Int {
        var text = ObjectText("/Subtype/Image/Width")
        text.add(picture.width)
        text.add("/Height")
        text.add(picture.height)
        text.add("/BitsPerComponent")
        text.add(picture.bits)
        text.add(picture.colours)
        switch picture.coding {
        case .samples:
            return try file.add(compressing: picture.source, text, name: picture.name)
        case .jpeg: text.add("/Filter/DCTDecode")
        case .pngData:
            text.add("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors")
            text.add(picture.colours.channels)
            text.add("/BitsPerComponent")
            text.add(picture.bits)
            text.add("/Columns")
            text.add(picture.width)
            text.add(">>")
        }
        return try file.add(copyOf: picture.source, text, name: picture.name)
    }
}

extension ObjectText {
    fileprivate mutating func add(_ colours: PDFPicture.Colours) {
        add("/ColorSpace")
        switch colours {
        case .gray: add("/DeviceGray")
        case .rgb: add("/DeviceRGB")
        case .indexed(let palette):
            add("[/Indexed/DeviceRGB")
            add(palette.count / 3 - 1)
            add("<")
            for byte in palette { add(hex: byte) }
            add(">]")
        }
    }
}
