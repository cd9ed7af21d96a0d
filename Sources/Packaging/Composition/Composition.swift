import Registration
import Sealing
public import TemplateCatalog

/// What a dossier is composed for, as the packer asks for it and the manifest records it.
public struct Composition: Hashable, Sendable {
    /// The profile; nil for the usual one.
    public var profile: DossierProfile?
    /// How many pictures stand on a page, one or two; nil for as many as the profile wants.
    public var picturesPerPage: Int?
    /// How many thumbnails stand on a page of them, of which there are then some in any profile; nil for
    /// what the profile wants.
    public var thumbnailsPerPage: Int?
    /// When a further volume begins.
    public var limit: VolumeLimit
    /// Whether the pages of identity documents bear a line that says what they may be used for.
    public var hasWatermark: Bool
    /// Whether it is a copy for outside eyes, with personal data masked.
    public var isMasked: Bool

    /// States a composition.
    public init(
        profile: DossierProfile? = nil,
        picturesPerPage: Int? = nil,
        thumbnailsPerPage: Int? = nil,
        limit: VolumeLimit = VolumeLimit(),
        hasWatermark: Bool = false,
        isMasked: Bool = false
    ) {
        self.profile = profile
        self.picturesPerPage = picturesPerPage
        self.thumbnailsPerPage = thumbnailsPerPage
        self.limit = limit
        self.hasWatermark = hasWatermark
        self.isMasked = isMasked
    }
}

extension Composition {
    /// A text that differs where the composition does.
    var fingerprint: String {
        let numbers = [
            picturesPerPage ?? 0, thumbnailsPerPage ?? 0, limit.pages ?? 0,
            limit.size?.rawValue ?? 0, hasWatermark ? 1 : 0, isMasked ? 1 : 0,
        ]
        return "\(profile?.name ?? "-") \(numbers)"
    }

    /// The composition as the manifest writes it; what is unlimited or as the profile wants is left out.
    func json(standard: DossierProfile) -> JSONValue {
        var value: [String: JSONValue] = ["profile": .string((profile ?? standard).name)]
        value["perPage"] = picturesPerPage.map { .integer(Int64($0)) }
        value["thumbnails"] = thumbnailsPerPage.map { .integer(Int64($0)) }
        value["volumePages"] = limit.pages.map { .integer(Int64($0)) }
        value["volumeBytes"] = limit.size.map { .integer(Int64($0.rawValue)) }
        if hasWatermark { value["watermark"] = true }
        if isMasked { value["masked"] = true }
        return .object(value)
    }

    /// Reads what a manifest says; nil if there is no such profile here, or no such pages.
    init?(json value: JSONValue, profiles: DossierProfiles) {
        guard let name = value["profile"]?.string, let profile = profiles[name] else { return nil }
        self.init(
            profile: profile,
            picturesPerPage: value["perPage"]?.integer,
            thumbnailsPerPage: value["thumbnails"]?.integer,
            limit: VolumeLimit(
                pages: value["volumePages"]?.integer,
                size: value["volumeBytes"]?.integer.map { ByteCount($0) }
            ),
            hasWatermark: value["watermark"]?.bool ?? false,
            isMasked: value["masked"]?.bool ?? false
        )
        guard isSound else { return nil }
    }
}
