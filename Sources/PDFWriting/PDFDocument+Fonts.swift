import CHaru

extension PDFDocument {
    /// Embeds a font, which is stated when libharu has made all of its objects.
    func add(_ font: EmbeddedFont) throws(PDFError) -> HPDF_Dict {
        let object = try unsafe makeStandIn()
        unsafe object.pointee.header.obj_class |= HPDF_UINT16(HPDF_OSUBCLASS_FONT)
        ownObjects.fonts.append((unsafe Self.number(of: object), font))
        return unsafe object
    }

    /// States the fonts.
    func stateFonts() {
        let taker = FontTaker(own: ownObjects, payloads: payloads, isCompact: deflater != nil)
        for (number, font) in ownObjects.fonts {
            let first = ownObjects.next
            font.state(as: number, in: taker)
            guard font.subset.varies else { continue }
            ownObjects.varying.formUnion([number] + Array(first..<ownObjects.next))
        }
    }
}

/// Takes the objects of fonts among those that are stated in our own words.
private struct FontTaker: ObjectTaking {
    let own: OwnObjects
    let payloads: StreamPayloads
    let isCompact: Bool

    func add(_ text: ObjectText) -> Int { own.append(text) }

    func add(_ text: ObjectText, as number: Int) { own.setStandIn(number, to: text) }

    func add(_ bytes: StreamBytes, _ entries: ObjectText) -> Int {
        let payload = isCompact ? bytes.deflated : bytes.plain
        var text = ObjectText()
        text.add("<<")
        text.add(entries.bytes)
        if isCompact { text.add("/Filter/FlateDecode") }
        text.add("/Length")
        text.add(payload.count)
        text.add(">>")
        let number = own.append(text)
        payloads[number] = payload
        return number
    }
}
