import Testing

/// Six pixels of each picture of the corpus that is not plain, at odd twelfths of its length.
///
/// Computed with pypng 0.20220715.0, which undoes filters, interlacing and tRNS without libpng;
/// scaled to 8 bits and put on white in floating point.
struct FlattenedSamples: Sendable, CustomTestStringConvertible {
    let file: String
    let width: Int
    let height: Int
    let channels: Int
    let samples: [UInt8]

    var testDescription: String { file }

    private init(_ line: Substring) {
        let fields = line.split(separator: " ")
        file = String(fields[0])
        width = Int(fields[1]) ?? 0
        height = Int(fields[2]) ?? 0
        channels = Int(fields[3]) ?? 0
        let digits = fields[4].compactMap(\.hexDigitValue)
        samples = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    static let all = table.split(separator: "\n").map(FlattenedSamples.init)

    private static let table = """
        apng-blend_op_over.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-blend_op_source_near_transparent.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-blend_op_source_transparent.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-delay.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-delay_short_max.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-delay_zero_numer.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-dispose_op_background.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-dispose_op_background_final.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-dispose_op_background_region.png 128 64 3 0000ff0000ffff0000ff00000000ff0000ff
        apng-dispose_op_none_region.png 128 64 3 00ff0000ff00ff0000ff000000ff0000ff00
        apng-dispose_op_previous_final.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-dispose_op_previous_frame.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-fctl_actl.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-mode_palette_alpha.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-num_plays_1.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-single_frame_default.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        apng-split_fdat_zero_chunk.png 128 64 3 ff0000ff0000ff0000ff0000ff0000ff0000
        lept-elephant-cmap-alpha.png 72 72 3 ffffffffffffffffffffffffffffffffffff
        lept-test-1bit-alpha.png 1266 610 3 ffffffffffffffffffffffffffffffffffff
        lept-test-cmap-alpha2.png 120 120 3 ffffffffffffffffffffffffffffffffffff
        lept-test-gray-alpha.png 128 128 1 00ffffffff00
        lept-test16.png 550 426 1 ff00ffffffff
        lept-trans-2bpp-cmap.png 82 73 3 ffffffdededededede000000ffffffffffff
        lept-trans-8bpp-cmap.png 82 73 3 ffffffebebebd7d7d7000000ffffffffffff
        libpng-gray-1-sRGB-tRNS.png 2 1 1 000000ffffff
        libpng-gray-16-linear-tRNS.png 256 256 1 5500a95601aa
        libpng-gray-2-1.8-tRNS.png 4 1 1 00ffffaaffff
        libpng-gray-2-tRNS.png 4 1 1 00ffffaaffff
        libpng-gray-4-sRGB-tRNS.png 16 1 1 ff446699ccee
        libpng-gray-8-linear-tRNS.png 256 1 1 16416b96c1eb
        libpng-gray-alpha-16-1.8.png 256 256 1 8efee48efee4
        libpng-gray-alpha-8-sRGB.png 256 256 1 b8bef8623ecd
        libpng-palette-1-sRGB-tRNS.png 2 1 3 ffffffffffffffffffffffffffffffffffff
        libpng-palette-2-linear-tRNS.png 4 1 3 ffffff4c4cff4c4cffff7373383838383838
        libpng-palette-4-1.8-tRNS.png 16 1 3 acacffffb5b58a8ac0c99b9bff8686c2c2ac
        libpng-palette-4-tRNS.png 16 1 3 c2c2ffffc9c9a3a3d1d7b0b0ff9696cfcfb7
        libpng-palette-8-sRGB-tRNS.png 256 1 3 aaa7f1f2c3ca99aec7cbb8b1f79e9ad9ebcf
        libpng-rgb-16-linear-tRNS.png 256 256 3 56aafd010101ab53fb56aafd010101ab53fb
        libpng-rgb-8-1.8-tRNS.png 256 256 3 5680aa018101ab7f535680aa018101ab7f53
        libpng-rgb-8-tRNS.png 256 256 3 5680aa018101ab7f535680aa018101ab7f53
        libpng-rgb-alpha-8-1.8.png 256 256 3 7295b87fbf7ff2ebe57295b87fbf7ff2ebe5
        monkey16.png 149 227 3 5a6a73567191566e873c59709db2bf6a6667
        pil-1_trns.png 64 64 1 0000ffff00ff
        pil-icc_profile.png 57 57 3 e6d7c9f1e8dff8f3ebf1e7dcb9a89cdbc6b1
        pil-l_trns.png 64 64 1 200dffff48aa
        pil-rgb_trns.png 64 64 3 fffa00fe8000ffffffffffff00ff13a708ff
        pil-tRNS_null_1x1.png 1 1 3 ffffffffffffffffffffffffffffffffffff
        pil-xmp_tags_orientation_exiftool.png 10 10 3 ffffffffffffffffff0000ffffffffffffff
        pngsuite-basi0g01.png 32 32 1 ffff00ffff00
        pngsuite-basi0g04.png 32 32 1 552255996699
        pngsuite-basi0g16.png 32 32 1 c01074e03093
        pngsuite-basi2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-basi3p02.png 32 32 3 ff0000ffff0000ff00ff0000ffff0000ff00
        pngsuite-basi3p08.png 32 32 3 002222880000dcdc0022ffffff8888ffffdc
        pngsuite-basi4a16.png 32 32 1 f2ffb4b4fff2
        pngsuite-basi6a16.png 32 32 3 e8ffdeffffffffd25a5a87d2fffffff5dee8
        pngsuite-basn4a08.png 32 32 1 f4ffdd9affb2
        pngsuite-basn6a08.png 32 32 3 ff7d58ffffffccffaf55ff7dffffffadccff
        pngsuite-bgai4a16.png 32 32 1 f2ffb4b4fff2
        pngsuite-bggn4a16.png 32 32 1 f2ffb4b4fff2
        pngsuite-bgyn6a16.png 32 32 3 e8ffdeffffffffd25a5a87d2fffffff5dee8
        pngsuite-g03n0g16.png 32 32 1 c8e6bcc897f9
        pngsuite-g05n0g16.png 32 32 1 aed89eae70f6
        pngsuite-oi2n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-oi4n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-oi9n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-pp0n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-ps1n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-ps2n2c16.png 32 32 3 52ef00ffbd00ad9400526b42ff3a00ad1042
        pngsuite-s01i3p01.png 1 1 3 0000ff0000ff0000ff0000ff0000ff0000ff
        pngsuite-s02i3p01.png 2 2 3 00ffff00ffff00ffff00ffff00ffff00ffff
        pngsuite-s03i3p01.png 3 3 3 00ff0000ff0000ff0000ff0000ff0000ff00
        pngsuite-s04i3p01.png 4 4 3 ffff00ffff00ff0077ff0077ffff00ffff00
        pngsuite-s05i3p02.png 5 5 3 ff00007700ffff0000ff00007700ffff0000
        pngsuite-s06i3p02.png 6 6 3 ff00ff0077ff00ff0000ff000077ffff00ff
        pngsuite-s07i3p02.png 7 7 3 0000ff00ff770000ff0000ff00ff770000ff
        pngsuite-s08i3p02.png 8 8 3 00ffff00ffffff0000ff000000ffff00ffff
        pngsuite-s09i3p02.png 9 9 3 00ff00ff00ffff00ffff00ffff00ff00ff00
        pngsuite-s40i3p04.png 40 40 3 ff7700000000ffff00ff7700ff0000ffff00
        pngsuite-tbbn2c16.png 32 32 3 ffffffffffff8d978d1a1a5dffffffffffff
        pngsuite-tbgn2c16.png 32 32 3 ffffffffffff8d978d1a1a5dffffffffffff
        pngsuite-tbrn2c08.png 32 32 3 ffffffffffff8d978d1a1a5dffffffffffff
        pngsuite-tbwn3p08.png 32 32 3 ffffffffffff8b958b1b1b59ffffffffffff
        pngsuite-tp1n3p08.png 32 32 3 ffffffffffff8b958b1b1b59ffffffffffff
        wuffs-36.png 16 16 3 c04000e04a0027743f250c006822001c0900
        """
}
