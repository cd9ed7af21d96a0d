import Imaging
import Registration
import Sealing

/// What a PDF holds of a PNG, so that the PDF alone can be checked against the manifest.
struct PNGEmbedding: Hashable, Sendable {
    /// What the hash is made over.
    enum Coding: String, Hashable, Sendable {
        /// The joined IDAT chunks, which are the stream as it lies in the PDF, and the palette behind them.
        case imageData = "png-data"
        /// The samples of the flattened picture, which the stream gives when it is inflated.
        case samples
    }

    let coding: Coding
    let hash: ContentHash

    /// Hashes what will be embedded; nil if the picture cannot be decoded.
    init?(_ png: PNGLayout, of bytes: [UInt8]) {
        if png.isPlain {
            coding = .imageData
            var hasher = ContentHasher()
            for part in png.imageData { hasher.update(bytes.span.extracting(part).bytes) }
            if png.colourType == 3 { hasher.update(png.palette) }
            hash = hasher.hash
        } else {
            guard let flat = try? PNGDecoder.flatten(bytes.span) else { return nil }
            coding = .samples
            hash = .of(flat.samples)
        }
    }

    var json: JSONValue { ["coding": .string(coding.rawValue), "sha256": .string(hash.hex)] }
}
