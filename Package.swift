// swift-tools-version: 6.2
// The map of shipdesk. A key or a piece of news comes in, a view-model changes and says what should be
// done, services do it, screens draw the view-model into a grid of cells, the driver shows the grid.
// Each station is a target; TidyTests holds the arrows between them (Sources/shipdesk/Shipdesk.docc/Map.md).

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite itself: texts with NULs and whole pages are bound past GRDB's own conversions.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// Themes are files that people copy; embedding them keeps one binary enough.
let themes = [
    "harbour", "paper", "contrast", "mono", "beacon", "beacon-day", "console", "dusk", "ember", "meadow",
].map { Resource.embedInCode("../../Themes/\($0).yaml") }

let package = Package(
    name: "shipdesk",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // The C doors.
        .target(
            name: "CNcurses",
            cSettings: [.define("_GNU_SOURCE")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CText", cSettings: [.define("_GNU_SOURCE")]),

        // Other programs.
        .target(name: "Processes", swiftSettings: strict),

        // What a terminal shows and says.
        .target(name: "Terminal", dependencies: ["CText"], swiftSettings: strict),
        .target(name: "Curses", dependencies: ["CNcurses", "Terminal"], swiftSettings: strict),
        .target(name: "Widgets", dependencies: ["Terminal"], swiftSettings: strict),

        // What shipping is, and the outside worlds.
        .target(name: "Model", swiftSettings: strict),
        .target(
            name: "APIs",
            dependencies: ["Model", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, crypto, logging],
            swiftSettings: strict),
        .target(name: "Cache", dependencies: ["Model", grdb, sqlite], swiftSettings: strict),
        .target(
            name: "Services", dependencies: ["Processes", "Model", "APIs", "Cache", crypto, logging],
            swiftSettings: strict),

        // What a person sees and may ask.
        .target(name: "ViewModels", dependencies: ["Model"], swiftSettings: strict),
        .target(
            name: "Screens",
            dependencies: ["ViewModels", "Model", "Widgets", "Terminal"],
            swiftSettings: strict),
        .target(
            name: "Settings",
            dependencies: ["Processes", "Model", "Terminal", "ViewModels", yams],
            resources: themes + [.embedInCode("Keymap/keymap.yaml")],
            swiftSettings: strict),

        // The stores on loopback, and tools for tests.
        .target(
            name: "Simulator",
            dependencies: ["Model", hummingbird, hummingbirdCore, nioCore, crypto, logging],
            swiftSettings: strict),
        .target(
            name: "TestKit", dependencies: ["Processes", "Terminal", "Model", "ViewModels"],
            swiftSettings: strict),

        // The program.
        .executableTarget(
            name: "shipdesk",
            dependencies: [
                "Processes", "Terminal", "Curses", "Widgets", "Model", "APIs", "Cache", "Services",
                "ViewModels", "Screens", "Settings", "Simulator", argumentParser, logging,
            ],
            swiftSettings: strict),

        // What holds it all.
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "CursesTests", dependencies: ["Curses", "CNcurses", "Terminal", "TestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "WidgetsTests", dependencies: ["Widgets", "Terminal", "TestKit"], swiftSettings: strict),
        .testTarget(name: "ModelTests", dependencies: ["Model", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "APIsTests", dependencies: ["APIs", "Model", "Simulator", "TestKit", nioCore, nioPosix],
            swiftSettings: strict),
        .testTarget(
            name: "CacheTests", dependencies: ["Cache", "Model", "TestKit", grdb], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "ServicesTests",
            dependencies: ["Services", "Model", "APIs", "Cache", "Simulator", "TestKit", logging],
            swiftSettings: strict),
        .testTarget(
            name: "ViewModelsTests", dependencies: ["ViewModels", "Model", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "ScreensTests",
            dependencies: ["Screens", "ViewModels", "Model", "Widgets", "Terminal", "TestKit"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", "Model", "Terminal", "ViewModels", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "SimulatorTests",
            dependencies: [
                "Simulator", "Model", asyncHTTPClient, nioCore, nioHTTP1, crypto,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ShipdeskTests", dependencies: ["shipdesk", "APIs", "Model", "Simulator", "TestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "StoryTests", dependencies: ["shipdesk", "Model", "Simulator", "Terminal", "TestKit"],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
