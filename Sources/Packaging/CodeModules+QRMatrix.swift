package import PageLayout
package import QRCodes

extension CodeModules {
    /// Takes over the dark modules of a code.
    package init(_ matrix: QRMatrix) {
        self.init(
            side: matrix.side,
            runs: matrix.horizontalRuns.map {
                Run(row: $0.row, start: $0.start, length: $0.length)
            }
        )
    }
}
