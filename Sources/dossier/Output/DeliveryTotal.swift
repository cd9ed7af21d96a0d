import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// How much the pictures have together, where an area takes all of them in one PDF.
struct DeliveryTotal {
    private let bytes: ByteCount
    private let limit: ByteLimit?

    /// Adds up; nil where each picture is uploaded by itself.
    init?(_ review: FolderReview) {
        guard review.area.delivery.kind == .pdf else { return nil }
        bytes = ByteCount(
            review.allPictures.reduce(0) { $0 + $1.picture.facts.size.rawValue }
        )
        limit = review.area.delivery.maxBytes
    }

    var json: JSONValue {
        var value: [String: JSONValue] = ["pictureBytes": .integer(Int64(bytes.rawValue))]
        value["limit"] = limit.map { .integer(Int64($0.largest)) }
        return .object(value)
    }

    func text(_ console: Console) -> String {
        guard let limit else {
            return console.text("submission.total.unlimited", ["bytes": "\(bytes)"])
        }
        return console.text("submission.total", ["bytes": "\(bytes)", "limit": limit.text])
    }
}
