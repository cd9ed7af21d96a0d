import CHaru

extension PDFDocument {
    /// Adds a picture whose bytes are copied only when the document is written.
    mutating func add(_ picture: PDFPicture) throws(PDFError) -> HPDF_Dict {
        let image = try unsafe makeEmptyStream()
        unsafe image.pointee.header.obj_class |= HPDF_UINT16(HPDF_OSUBCLASS_XOBJECT)
        unsafe setName("XObject", "Type", of: image)
        unsafe setName("Image", "Subtype", of: image)
        unsafe setNumber(picture.width, "Width", of: image)
        unsafe setNumber(picture.height, "Height", of: image)
        unsafe setNumber(picture.bits, "BitsPerComponent", of: image)
        try unsafe setColours(picture.colours, of: image)
        switch picture.coding {
        case .jpeg:
            unsafe image.pointee.filter = HPDF_UINT(HPDF_STREAM_FILTER_DCT_DECODE)
        case .samples:
            unsafe image.pointee.filter = HPDF_UINT(HPDF_STREAM_FILTER_FLATE_DECODE)
        case .pngData:
            // libharu must not compress again what is compressed, nor drop the filter's name.
            unsafe image.pointee.write_fn = { _, stream in
                unsafe HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n")
            }
            let parameters = try unsafe makeDictionary("DecodeParms", of: image)
            unsafe setNumber(15, "Predictor", of: parameters)
            unsafe setNumber(picture.colours.channels, "Colors", of: parameters)
            unsafe setNumber(picture.bits, "BitsPerComponent", of: parameters)
            unsafe setNumber(picture.width, "Columns", of: parameters)
        }
        try unsafe attach(picture.source, to: image, name: picture.name)
        try check(picture.name)
        return unsafe image
    }

    private func setColours(_ colours: PDFPicture.Colours, of image: HPDF_Dict) throws(PDFError) {
        switch colours {
        case .gray: unsafe setName("DeviceGray", "ColorSpace", of: image)
        case .rgb: unsafe setName("DeviceRGB", "ColorSpace", of: image)
        case .indexed(let palette):
            let space = try unsafe makeArray("ColorSpace", of: image)
            unsafe HPDF_Array_AddName(space, "Indexed")
            unsafe HPDF_Array_AddName(space, "DeviceRGB")
            unsafe add([palette.count / 3 - 1], to: space)
            unsafe HPDF_Array_Add(space, makeBinary(palette))
        }
    }
}
