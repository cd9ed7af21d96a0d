/// A font program, deflated already where that was quicker to do piece by piece.
struct FontProgram {
    let plain: [UInt8]
    var deflated: [UInt8]?
}
