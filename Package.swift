// swift-tools-version: 6.2
import PackageDescription

// The floors, lowest first. A target may name only targets of lower floors; CI builds with
// `--explicit-target-dependency-import-check error`, so an import of anything else fails.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let strictOverC: [SwiftSetting] = strict + [.strictMemorySafety()]

// Every pixel of every picture goes through here: unoptimised, a folder takes half a minute to check.
let strictOverPixels: [SwiftSetting] =
    strictOverC + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Tests read every byte of thousands of logs, lists and seals.
let strictOverBytes: [SwiftSetting] =
    strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Tests set hundreds of dossiers, letter by letter: unoptimised, widths alone take a quarter of their time.
let strictOverLetters = strictOverBytes

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let keyFiles: [Target.Dependency] = [
    .product(name: "CryptoExtras", package: "swift-crypto"),
    .product(name: "SwiftASN1", package: "swift-asn1"),
]

let cLibraries: [Target] = [
    .systemLibrary(name: "CHaru", providers: [.apt(["libhpdf-dev"])]),
    .systemLibrary(
        name: "CDeflate",
        pkgConfig: "libdeflate",
        providers: [.apt(["libdeflate-dev"])]
    ),
    .systemLibrary(
        name: "CHarfBuzz",
        pkgConfig: "harfbuzz-subset",
        providers: [.apt(["libharfbuzz-dev"])]
    ),
    .systemLibrary(
        name: "CQREncode",
        pkgConfig: "libqrencode",
        providers: [.apt(["libqrencode-dev"])]
    ),
    .systemLibrary(
        name: "CTurboJPEG",
        pkgConfig: "libturbojpeg",
        providers: [.apt(["libturbojpeg0-dev"])]
    ),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("z")]),
    .target(name: "CAVIF", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CGIF", linkerSettings: [.linkedLibrary("gif")]),
    .target(name: "CHEIF", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CTIFF", linkerSettings: [.linkedLibrary("tiff")]),
    .target(
        name: "CWebP",
        linkerSettings: [.linkedLibrary("webp"), .linkedLibrary("webpdemux")]
    ),
    .target(
        name: "CZXing",
        cxxSettings: [.define("ZX_USE_UTF8")],
        linkerSettings: [.linkedLibrary("ZXing")]
    ),
]

let package = Package(
    name: "dossier",
    products: [.executable(name: "dossier", targets: ["dossier"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: cLibraries + [
        // Floor 1: values.
        .target(name: "Registration", swiftSettings: strictOverBytes),
        .target(name: "PageLayout", swiftSettings: strictOverLetters),
        // Floor 2: one target per C library, values in, bytes out.
        .target(
            name: "Imaging",
            dependencies: [
                "Registration", "CAVIF", "CGIF", "CHEIF", "CJPEG", "CLinux", "CPNG", "CTIFF",
                "CTurboJPEG", "CWebP",
            ],
            swiftSettings: strictOverPixels
        ),
        .target(
            name: "PDFWriting",
            dependencies: ["PageLayout", "CHaru", "CHarfBuzz", "CDeflate"],
            swiftSettings: strictOverPixels
        ),
        .target(
            name: "PDFReading",
            dependencies: ["CDeflate"],
            swiftSettings: strictOverPixels
        ),
        .target(
            name: "QRCodes",
            dependencies: ["CQREncode", "CZXing"],
            swiftSettings: strictOverPixels
        ),
        .target(
            name: "Archiving",
            dependencies: ["Registration", "CLinux", "CZip", "CDeflate", crypto],
            swiftSettings: strictOverC
        ),
        .target(
            name: "Sealing",
            dependencies: ["Registration", crypto] + keyFiles,
            swiftSettings: strictOverBytes
        ),
        // Floor 3: rules over facts.
        .target(name: "Review", dependencies: ["Registration"], swiftSettings: strict),
        // Floor 3 too: a form and its answers give the values of pages.
        .target(
            name: "FormLayout",
            dependencies: ["Registration", "PageLayout", "Sealing"],
            swiftSettings: strict
        ),
        // Floor 3 as well: codes are found in what is drawn.
        .target(
            name: "CodeReading",
            dependencies: ["QRCodes", "PDFReading"],
            swiftSettings: strict
        ),
        // Floor 3 again: what happened to a case, in a chain of lines.
        .target(
            name: "CaseLog",
            dependencies: ["Registration", "Sealing", "Archiving"],
            swiftSettings: strictOverBytes
        ),
        // Floor 3 as well: the office's register, the one user of SQLite.
        .target(
            name: "CaseRegister",
            dependencies: [
                "Registration", "Archiving", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        // Floor 4: the templates that rules, texts and sizes are read from.
        .target(
            name: "TemplateCatalog",
            dependencies: [
                "Registration", "PageLayout", "Review", "FormLayout",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("../../Templates")],
            swiftSettings: strict
        ),
        // Floor 5: folder to archive, and back again.
        .target(
            name: "Packaging",
            dependencies: [
                "Registration", "PageLayout", "Imaging", "PDFWriting", "QRCodes", "Archiving",
                "Sealing", "Review", "FormLayout", "TemplateCatalog", "PDFReading", "CodeReading",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Verification",
            dependencies: [
                "Registration", "CaseLog", "Imaging", "QRCodes", "PDFReading", "Archiving", "Sealing",
                "CodeReading",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FormFilling",
            dependencies: [
                "Registration", "FormLayout", "Archiving", "Sealing", "Review", "TemplateCatalog",
            ],
            swiftSettings: strict
        ),
        // Floor 6: a case goes to and fro between candidate and office.
        .target(
            name: "Casework",
            dependencies: [
                "Registration", "CaseLog", "CaseRegister", "PageLayout", "Imaging", "PDFWriting",
                "PDFReading", "QRCodes", "Archiving", "Sealing", "Review", "FormLayout", "TemplateCatalog",
                "Packaging",
                "Verification",
            ],
            swiftSettings: strict
        ),
        // Floor 7: the command.
        .executableTarget(
            name: "dossier",
            dependencies: [
                "Registration", "PageLayout", "Imaging", "Archiving", "Sealing", "Review",
                "FormLayout", "CaseLog", "TemplateCatalog", "FormFilling", "Packaging",
                "Verification", "CaseRegister", "Casework",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "ProfileFixtures",
            dependencies: ["Review", "Registration"],
            path: "Tests/ProfileFixtures",
            swiftSettings: strict
        ),
        .target(
            name: "CandidateFixtures",
            dependencies: ["Packaging", "TemplateCatalog", "Archiving"],
            path: "Tests/CandidateFixtures",
            swiftSettings: strict
        ),
        .target(
            name: "FormFixtures",
            dependencies: ["FormLayout", "PageLayout", "PDFWriting", "TemplateCatalog"],
            path: "Tests/FormFixtures",
            swiftSettings: strict
        ),
        .target(
            name: "RegisterFixtures",
            dependencies: ["CaseRegister", "Registration"],
            path: "Tests/RegisterFixtures",
            swiftSettings: strict
        ),
        // Floor 8: programs that measure.
        .executableTarget(
            name: "FormBenchmark",
            dependencies: [
                "FormFixtures", "FormLayout", "PageLayout", "PDFWriting", "TemplateCatalog",
            ],
            path: "Tests/FormBenchmark",
            exclude: ["bench-form.yaml"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
        ),
        .executableTarget(
            name: "ReviewBenchmark",
            dependencies: ["ProfileFixtures", "Review", "Registration", "TemplateCatalog"],
            path: "Tests/ReviewBenchmark",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ImagingBenchmark",
            dependencies: ["Imaging", "Registration"],
            path: "Tests/ImagingBenchmark",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "QRBenchmark",
            dependencies: ["Imaging", "QRCodes"],
            path: "Tests/QRBenchmark",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
        ),
        .executableTarget(
            name: "WritingBenchmark",
            dependencies: ["PDFWriting", "PageLayout"],
            path: "Tests/WritingBenchmark",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "RegisterBenchmark",
            dependencies: ["RegisterFixtures", "CaseRegister", "Registration"],
            path: "Tests/RegisterBenchmark",
            swiftSettings: strict
        ),
        // Floor 8 too: a reviewer that tests start many of, and kill.
        .executableTarget(
            name: "RegisterWorker",
            dependencies: ["RegisterFixtures", "CaseRegister", "Registration"],
            path: "Tests/RegisterWorker",
            swiftSettings: strict
        ),
        // Floor 8 too: every way to tamper with an archive, tried.
        .executableTarget(
            name: "MutationMatrix",
            dependencies: [
                "CandidateFixtures", "Verification", "Packaging", "Archiving", "Sealing",
                "Registration",
            ],
            path: "Tests/MutationMatrix",
            exclude: ["caught.md"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
        ),
        // Tests mirror the targets.
        .testTarget(
            name: "ImagingTests",
            dependencies: ["Imaging", "Registration"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "QRCodesTests",
            dependencies: ["QRCodes"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ArchivingTests",
            dependencies: ["Archiving", "Registration"],
            exclude: ["zip-verdicts.tsv"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SealingTests",
            dependencies: ["Sealing", "Registration"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RegistrationTests",
            dependencies: ["Registration"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CaseLogTests",
            dependencies: ["CaseLog", "Registration", "Sealing"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewTests",
            dependencies: ["Review", "Registration"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CaseRegisterTests",
            dependencies: [
                "CaseRegister", "RegisterFixtures", "RegisterWorker", "Registration",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Schemas"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TemplateCatalogTests",
            dependencies: [
                "TemplateCatalog", "FormLayout", "Review", "Registration", "ProfileFixtures",
            ],
            exclude: ["BrokenAreas", "DecisionTables", "ExampleAreas", "Forms/BrokenForms"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PageLayoutTests",
            dependencies: ["PageLayout"],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FormLayoutTests",
            dependencies: [
                "FormLayout", "PageLayout", "TemplateCatalog", "FormFixtures",
            ],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PDFWritingTests",
            dependencies: ["PDFWriting", "PageLayout"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PDFReadingTests",
            dependencies: ["PDFReading", "QRCodes", "CandidateFixtures", "Packaging"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PackagingTests",
            dependencies: [
                "Packaging", "CandidateFixtures", "FormFixtures", "ProfileFixtures",
                "TemplateCatalog", "Imaging", "FormLayout", "PDFWriting", "Registration",
                "PageLayout", "Review", "Sealing",
            ],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "VerificationTests",
            dependencies: [
                "Verification", "CandidateFixtures", "Packaging", "Registration", "Archiving",
                "Sealing", "Imaging", "QRCodes",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Casework", "CandidateFixtures", "CaseLog", "CaseRegister", "Packaging",
                "Verification", "TemplateCatalog", "Registration", "Sealing", "Archiving",
                "PageLayout", "FormFixtures",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FormFillingTests",
            dependencies: [
                "FormFilling", "CandidateFixtures", "FormLayout", "TemplateCatalog", "Review",
                "Registration", "Sealing",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DossierTests",
            dependencies: ["dossier", "CandidateFixtures", "Sealing", "TemplateCatalog"],
            swiftSettings: strict
        ),
    ],
    cxxLanguageStandard: .cxx17
)

// The fuzzers read pictures, archives and codes and nothing else, so no more than that is built, and
// instrumented, for them: `make fuzz`.
if Context.environment["DOSSIER_FUZZ"] != nil {
    let fuzzed: Set = [
        "Registration", "CAVIF", "CGIF", "CHEIF", "CJPEG", "CPNG", "CTIFF", "CTurboJPEG", "CWebP",
        "Imaging", "CZip", "CDeflate", "CLinux", "Archiving", "Sealing", "CaseLog", "Verification",
        "PDFReading", "CodeReading", "QRCodes", "CQREncode", "CZXing",
    ]
    package.products = ["PictureFuzzer", "ArchiveFuzzer", "PDFFuzzer"].map {
        .executable(name: $0, targets: [$0])
    }
    package.targets = package.targets.filter { fuzzed.contains($0.name) }
    package.targets += [
        .executableTarget(
            name: "PictureFuzzer",
            dependencies: ["Imaging", "Registration", "CPNG"],
            path: "Tests/PictureFuzzer",
            exclude: ["Seeds"],
            swiftSettings: strictOverC + [.unsafeFlags(["-parse-as-library"])]
        ),
        .executableTarget(
            name: "ArchiveFuzzer",
            dependencies: [
                "Verification", "CaseLog", "Archiving", "Sealing", "Registration",
            ],
            path: "Tests/ArchiveFuzzer",
            exclude: ["Seeds"],
            swiftSettings: strictOverC + [.unsafeFlags(["-parse-as-library"])]
        ),
        .executableTarget(
            name: "PDFFuzzer",
            dependencies: ["PDFReading"],
            path: "Tests/PDFFuzzer",
            exclude: ["Seeds", "words.dict"],
            swiftSettings: strictOverC + [.unsafeFlags(["-parse-as-library"])]
        ),
    ]
}
