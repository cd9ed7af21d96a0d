import Imaging
import Testing

struct GIFDecoderTests {
    @Test func `Indices are looked up, rows from the top`() throws {
        let picture = try decodeForeign(TinyGIF().bytes)
        #expect(!picture.hasMore)
        #expect(picture.pixels.width == 3)
        #expect(picture.pixels.height == 2)
        #expect(
            picture.pixels.samples == [
                0, 0, 0, 255, 0, 0, 0, 128, 0, 255, 255, 255, 0, 0, 0, 255, 0, 0,
            ]
        )
    }

    @Test func `Interlaced rows are put in order`() throws {
        var gif = TinyGIF(screen: (1, 5), frame: (0, 0, 1, 5), isInterlaced: true)
        // Pass 1 gives row 0, pass 2 row 4, pass 3 row 2, pass 4 rows 1 and 3.
        gif.indices = [0, 3, 3, 0, 0]
        let pixels = try decodeForeign(gif.bytes).pixels
        #expect(pixels.channels == 1)
        #expect(pixels.samples == [0, 0, 255, 0, 255])
    }

    @Test func `What is transparent, or outside of the frame, is white`() throws {
        let gif = TinyGIF(
            screen: (3, 2),
            frame: (1, 1, 2, 1),
            transparent: 2,
            indices: [0, 2]
        )
        let pixels = try decodeForeign(gif.bytes).pixels
        #expect(pixels.channels == 1)
        #expect(pixels.samples == [255, 255, 255, 255, 0, 255])
    }

    @Test func `A frame beyond the screen widens it`() throws {
        let pixels = try decodeForeign(TinyGIF(screen: (0, 0), frame: (1, 0, 3, 2)).bytes).pixels
        #expect(pixels.width == 4)
        #expect(pixels.height == 2)
    }

    @Test func `A second frame is told of`() throws {
        #expect(try decodeForeign(TinyGIF(frames: 2).bytes).hasMore)
    }
}
