public import Registration
public import Sealing

extension RepairStep {
    /// The step as logs, manifest and `--json` write it.
    public var json: JSONValue {
        var value: [String: JSONValue] = ["step": .string(name)]
        switch self {
        case .renamed, .metadataRemoved, .flattened, .repacked: break
        case .turned(let turn, let isLossless):
            value["degrees"] = .integer(Int64(turn.quarters * 90))
            value["mirrored"] = .bool(turn.isMirrored)
            value["lossless"] = .bool(isLossless)
        case .tailRemoved(let size): value["bytes"] = .integer(Int64(size.rawValue))
        case .coloursConverted(let kind): value["from"] = .string(kind)
        case .converted(let from, let to):
            value["from"] = .string(from.rawValue)
            value["to"] = .string(to.rawValue)
        case .cropped(let from, let to), .scaled(let from, let to):
            value["from"] = from.json
            value["to"] = to.json
        case .recoded(let quality): value["quality"] = .integer(Int64(quality))
        }
        return .object(value)
    }

    /// Reads a step; nil if it is none.
    init?(json: JSONValue) {
        switch json["step"]?.string {
        case "renamed": self = .renamed
        case "metadata-removed": self = .metadataRemoved
        case "flattened": self = .flattened
        case "repacked": self = .repacked
        case "turned":
            guard let degrees = json["degrees"]?.integer, let mirrored = json["mirrored"]?.bool,
                let lossless = json["lossless"]?.bool
            else { return nil }
            let turn = PictureTurn(isMirrored: mirrored, quarters: degrees / 90)
            self = .turned(turn, isLossless: lossless)
        case "tail-removed":
            guard let bytes = json["bytes"]?.integer else { return nil }
            self = .tailRemoved(ByteCount(bytes))
        case "colours-converted":
            guard let from = json["from"]?.string else { return nil }
            self = .coloursConverted(from)
        case "converted":
            guard let from = json["from"]?.string.flatMap(PictureFormat.init(rawValue:)),
                let to = json["to"]?.string.flatMap(PictureFormat.init(rawValue:))
            else { return nil }
            self = .converted(from: from, to: to)
        case "cropped":
            guard let from = PixelSize(json["from"]), let to = PixelSize(json["to"]) else {
                return nil
            }
            self = .cropped(from: from, to: to)
        case "scaled":
            guard let from = PixelSize(json["from"]), let to = PixelSize(json["to"]) else {
                return nil
            }
            self = .scaled(from: from, to: to)
        case "recoded":
            guard let quality = json["quality"]?.integer else { return nil }
            self = .recoded(quality: quality)
        default: return nil
        }
    }
}

extension PixelSize {
    var json: JSONValue { ["width": .integer(Int64(width)), "height": .integer(Int64(height))] }

    init?(_ json: JSONValue?) {
        guard let width = json?["width"]?.integer, let height = json?["height"]?.integer else {
            return nil
        }
        self.init(width: width, height: height)
    }
}
