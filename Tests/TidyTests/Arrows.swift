/// Which target may import what: the map of the program, held by ``ArrowTests``.
///
/// Besides, every target may import the standard library's own modules, and most FoundationEssentials.
struct Arrows {
    let ours: Set<String>
    let theirs: Set<String>

    init(_ ours: Set<String> = [], theirs: Set<String> = []) {
        self.ours = ours
        self.theirs = theirs
    }

    static let table: [String: Arrows] = [
        "CNcurses": Arrows(),
        "CText": Arrows(),
        "Processes": Arrows(theirs: ["Glibc"]),
        "Terminal": Arrows(["CText"]),
        "Curses": Arrows(["CNcurses", "Terminal"], theirs: system),
        "Widgets": Arrows(["Terminal"]),
        "Model": Arrows(),
        "APIs": Arrows(
            ["Model"],
            theirs: system.union([
                "AsyncHTTPClient", "Crypto", "Logging", "NIOCore", "NIOHTTP1", "NIOPosix",
            ])),
        "Cache": Arrows(["Model"], theirs: system.union(["GRDB", "GRDBSQLite"])),
        "Services": Arrows(
            ["Processes", "Model", "APIs", "Cache"], theirs: system.union(["Crypto", "Logging"])),
        "ViewModels": Arrows(["Model"]),
        "Screens": Arrows(["ViewModels", "Model", "Widgets", "Terminal"]),
        "Settings": Arrows(
            ["Processes", "Model", "Terminal", "ViewModels"], theirs: system.union(["Yams"])),
        "Simulator": Arrows(
            ["Model"],
            theirs: system.union([
                "Crypto", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTP1",
            ])),
        "TestKit": Arrows(["Processes", "Terminal", "Model", "ViewModels"], theirs: system),
        "shipdesk": Arrows(
            [
                "Processes", "Terminal", "Curses", "Widgets", "Model", "APIs", "Cache", "Services",
                "ViewModels", "Screens", "Settings", "Simulator",
            ], theirs: system.union(["ArgumentParser", "Logging"])),
    ]

    /// What speaks to the machine: for targets that do I/O.
    private static let system: Set<String> = ["Dispatch", "Glibc"]

    /// Values for everybody.
    private static let standard: Set<String> = ["Synchronization"]

    /// These draw at every key: without Foundation they start and stay lean.
    private static let withoutFoundation: Set<String> = ["Terminal", "Curses", "Widgets", "Screens"]

    static func mayImport(_ module: String, in target: String) -> Bool {
        guard let arrows = table[target] else { return false }
        if module == "FoundationEssentials" { return !withoutFoundation.contains(target) }
        return standard.contains(module) || arrows.ours.contains(module) || arrows.theirs.contains(module)
    }

    /// These bring data and libraries of tens of megabytes, or a second HTTP and XML: nowhere.
    static let banned: Set<String> = ["Foundation", "FoundationNetworking", "FoundationXML"]
}
