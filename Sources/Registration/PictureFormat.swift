/// What a file is by its first bytes; neither its name nor a MIME type is asked.
public enum PictureFormat: String, Hashable, Sendable, Codable, CaseIterable {
    case jpeg
    case png
    case heic
    case avif
    case webp
    case gif
    case bmp
    case tiff
    case jpegXL
    case jpeg2000
    case pdf
    case zip
    case svg
    case unknown

    /// The name that people use, "JPEG".
    public var title: String {
        switch self {
        case .jpegXL: "JPEG XL"
        case .jpeg2000: "JPEG 2000"
        case .webp: "WebP"
        case .unknown: "未知格式"
        default: rawValue.uppercased()
        }
    }

    /// The file name extensions (lower case, without the dot) that agree with the format.
    public var extensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .tiff: ["tif", "tiff"]
        case .heic: ["heic", "heif"]
        case .jpegXL: ["jxl"]
        case .jpeg2000: ["jp2"]
        case .unknown: []
        default: [rawValue]
        }
    }
}
