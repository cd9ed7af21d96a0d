/// A bare CFF font whose glyphs are numbered by CIDs from 1 (Adobe Technical Note #5176).
struct CFFProgram {
    /// What glyphs have in common: the scale of their numbers, and the widths that are left out.
    struct Group: Hashable {
        let matrix: [UInt8]?
        let widths: [UInt8]
    }

    struct Glyph {
        let outline: [UInt8]
        let group: Group
    }

    /// The whole table.
    private(set) var bytes: [UInt8] = [1, 0, 4, 4]

    /// Puts a font together; what the Top DICT of the original says of scale and extent holds on.
    init(name: String, original: CFFTable.Dictionary, glyphs: [Glyph]) {
        var groups: [Group] = []
        var numbers: [Int] = []
        for glyph in glyphs {
            if let number = groups.firstIndex(of: glyph.group) {
                numbers.append(number)
            } else {
                numbers.append(groups.count)
                groups.append(glyph.group)
            }
        }
        let names = Self.index([Array(name.utf8)])
        let strings = Self.index([Array("Adobe".utf8), Array("Identity".utf8)])
        let noSubroutines: [UInt8] = [0, 0]
        let charset = Self.charset(glyphCount: glyphs.count)
        let select = Self.select(numbers)
        let outlines = Self.index(glyphs.map(\.outline))

        var places = Places()
        let topCount = Self.index([Self.top(original, glyphs.count, places)]).count
        places.charset = bytes.count + names.count + topCount + strings.count + noSubroutines.count
        places.select = places.charset + charset.count
        places.outlines = places.select + select.count
        places.groups = places.outlines + outlines.count
        bytes.reserveCapacity(places.groups + 256)
        bytes += names + Self.index([Self.top(original, glyphs.count, places)])
        bytes += strings + noSubroutines + charset + select + outlines
        bytes += Self.fontDictionaries(groups, at: places.groups)
    }

    /// Where the parts begin that the Top DICT points to.
    private struct Places {
        var charset = 0
        var select = 0
        var outlines = 0
        var groups = 0
    }

    /// What a Private DICT says of widths; all else there helps with hints, which are gone.
    static func widths(_ dictionary: CFFTable.Dictionary) -> [UInt8] {
        var bytes: [UInt8] = []
        for name in CFFTable.Operator.widths {
            guard let operands = dictionary[name] else { continue }
            bytes += operands
            bytes.append(UInt8(name))
        }
        return bytes
    }

    private static func top(
        _ original: CFFTable.Dictionary,
        _ glyphCount: Int,
        _ places: Places
    ) -> [UInt8] {
        // Registry and ordering are the first two strings after the 391 standard ones; supplement 0.
        var bytes: [UInt8] = [248, 27, 248, 28, 139, 12, 30]
        for name in [CFFTable.Operator.matrix, CFFTable.Operator.fontBox] {
            guard let operands = original[name] else { continue }
            bytes += operands + code(name)
        }
        bytes += integer(glyphCount) + code(CFFTable.Operator.glyphCount)
        bytes += integer(places.charset) + code(CFFTable.Operator.charset)
        bytes += integer(places.select) + code(CFFTable.Operator.fontDictionarySelect)
        bytes += integer(places.outlines) + code(CFFTable.Operator.charStrings)
        bytes += integer(places.groups) + code(CFFTable.Operator.fontDictionaries)
        return bytes
    }

    /// One range: CIDs follow each other as glyphs do.
    private static func charset(glyphCount: Int) -> [UInt8] {
        var bytes: [UInt8] = [2]
        bytes.append(number: 1)
        bytes.append(number: max(glyphCount - 2, 0))
        return bytes
    }

    private static func select(_ numbers: [Int]) -> [UInt8] {
        var ranges: [UInt8] = []
        for (glyph, number) in numbers.enumerated()
        where glyph == 0 || numbers[glyph - 1] != number {
            ranges.append(number: glyph)
            ranges.append(number: number, size: 1)
        }
        var bytes: [UInt8] = [3]
        bytes.append(number: ranges.count / 3)
        bytes += ranges
        bytes.append(number: numbers.count)
        return bytes
    }

    /// The INDEX of the groups' DICTs, and their Private DICTs behind it.
    private static func fontDictionaries(_ groups: [Group], at start: Int) -> [UInt8] {
        func dictionaries(_ place: Int) -> [UInt8] {
            var place = place
            return index(
                groups.map { group in
                    defer { place += group.widths.count }
                    let matrix = group.matrix.map { $0 + code(CFFTable.Operator.matrix) } ?? []
                    return matrix + integer(group.widths.count) + integer(place)
                        + code(CFFTable.Operator.privateDictionary)
                }
            )
        }
        let length = dictionaries(0).count
        return dictionaries(start + length) + groups.flatMap(\.widths)
    }

    private static func index(_ objects: [[UInt8]]) -> [UInt8] {
        let length = objects.reduce(1) { $0 + $1.count }
        let size = (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 + (objects.count + 1) * size + length)
        bytes.append(number: objects.count)
        bytes.append(number: size, size: 1)
        var offset = 1
        bytes.append(number: offset, size: size)
        for object in objects {
            offset += object.count
            bytes.append(number: offset, size: size)
        }
        for object in objects { bytes += object }
        return bytes
    }

    /// An integer in five bytes, so that a DICT's length does not depend on the offsets in it.
    private static func integer(_ number: Int) -> [UInt8] {
        var bytes: [UInt8] = [29]
        bytes.append(number: number, size: 4)
        return bytes
    }

    private static func code(_ name: Int) -> [UInt8] {
        name < 1200 ? [UInt8(name)] : [12, UInt8(name - 1200)]
    }
}
