// swift-tools-version: 6.2
import PackageDescription

// `make test` and `make check` ask for this; a later compiler with new warnings still builds the program.
let warningsAreErrors: [SwiftSetting] = Context.environment["BELOFTE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

// One set of settings for every module: Swift 6, strict about existentials, imports and memory.
let strict: [SwiftSetting] =
    warningsAreErrors + [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatWarning("StrictMemorySafety", as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]

let package = Package(
    name: "belofte",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "belofte", targets: ["belofte"])],
    traits: [
        .default(enabledTraits: ["Ledger"]),
        // Half of the time that a build takes; --disable-default-traits builds the program without it.
        .trait(name: "Ledger", description: "belofte ledger: every promise over time, in SQLite"),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .systemLibrary(
            name: "CPublicSuffix", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]),
        .target(name: "Claims", swiftSettings: strict),
        .target(
            name: "RuleBook", dependencies: ["Claims", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
        .target(
            name: "Configuration", dependencies: ["Claims", "RuleBook", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Crawl",
            dependencies: [
                "Claims", "CArchive", "CBrotli", "CPublicSuffix", "CZlib", "CZstd",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: strict),
        .target(name: "Extraction", dependencies: ["CLibXML2", "Claims", "RuleBook"], swiftSettings: strict),
        .target(name: "Judgement", dependencies: ["Claims", "RuleBook"], swiftSettings: strict),
        .target(
            name: "Reporting", dependencies: ["Claims", "RuleBook"],
            resources: [.embedInCode("HTML/Assets/report.css"), .embedInCode("HTML/Assets/report.js")], swiftSettings: strict),
        .target(
            name: "Ledger",
            dependencies: ["Claims", "Judgement", .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Ledger"]))],
            swiftSettings: strict),
        .executableTarget(
            name: "belofte",
            dependencies: [
                "Claims", "RuleBook", "Configuration", "Crawl", "Extraction", "Judgement", "Reporting",
                .target(name: "Ledger", condition: .when(traits: ["Ledger"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .testTarget(name: "ClaimsTests", dependencies: ["Claims"], swiftSettings: strict),
        .testTarget(name: "RuleBookTests", dependencies: ["RuleBook", "Claims", "Extraction"], swiftSettings: strict),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "RuleBook", "Claims"], swiftSettings: strict),
        .testTarget(

            name: "CrawlTests",
            dependencies: [
                "Crawl", "Claims", "CZlib", "Extraction", "Judgement", "RuleBook",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "RuleBook", "Claims"], exclude: ["Cases"], swiftSettings: strict),
        .testTarget(
            name: "JudgementTests", dependencies: ["Judgement", "Extraction", "RuleBook", "Claims"], exclude: ["public-holidays.txt"],
            swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "Claims", .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Ledger"]))],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Extraction", "Judgement", "RuleBook", "Claims"],
            exclude: ["HTML/Golden"], swiftSettings: strict),
        // Runs the built program, as a customer would.
        .testTarget(
            name: "CommandTests", dependencies: ["belofte", "Claims", "Configuration", "Extraction", "RuleBook"], swiftSettings: strict),
    ]
)

// `make fuzz` asks for this: libFuzzer brings its own start, so the target is built with `--sanitize=fuzzer` only.
if Context.environment["BELOFTE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Claims", "Crawl", "Extraction", "RuleBook"], path: "Tests/Fuzz",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
