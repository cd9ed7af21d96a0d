import PageLayout
import Registration
import TemplateCatalog

/// Where pictures stand on their page: as large as the page allows, but never coarser than the style says.
struct PicturePlacing {
    let style: DossierStyle
    let frame: SheetFrame

    /// The height of the heading over the pictures.
    static let headHeight = 14.0
    /// The room between two pictures, with the caption of the first.
    static let gap = 15.0

    /// The boxes of the pictures of a page, from top to bottom.
    func boxes(of pixels: [PixelSize], _ arrangement: DossierPlan.Arrangement) -> [Box] {
        zip(rooms(arrangement), pixels).map { room, pixels in
            switch arrangement {
            case .cards: centred(style.picture.card, in: room)
            case .single, .stacked: fitted(pixels, in: room)
            }
        }
    }

    /// The resolution with which a picture is printed, in pixels per inch.
    func resolution(of pixels: PixelSize, _ arrangement: DossierPlan.Arrangement) -> Int {
        guard let box = boxes(of: [pixels], arrangement).first, box.width > 0 else { return 0 }
        return Int((Double(pixels.width) * 25.4 / box.width).rounded())
    }

    /// The rooms that a page has for pictures.
    func rooms(_ arrangement: DossierPlan.Arrangement) -> [Box] {
        let room = frame.content.inset(top: Self.headHeight)
        guard arrangement != .single else { return [room] }
        let height = (room.height - Self.gap) / 2
        return [
            Box(room.x, room.y, room.width, height),
            Box(room.x, room.bottom - height, room.width, height),
        ]
    }

    private func fitted(_ pixels: PixelSize, in room: Box) -> Box {
        let natural = Size(
            Double(pixels.width) * 25.4 / style.picture.coarsest,
            Double(pixels.height) * 25.4 / style.picture.coarsest
        )
        let fitted = room.fitting(natural)
        return natural.width < fitted.width ? centred(natural, in: room) : fitted
    }

    private func centred(_ size: Size, in room: Box) -> Box {
        Box(
            room.centre - size.width / 2,
            room.middle - size.height / 2,
            size.width,
            size.height
        )
    }
}
