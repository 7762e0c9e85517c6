import Testing

@Suite struct DocumentationTests {
    private static let folder = "Sources/shipdesk/Shipdesk.docc"
    private let map = Repository.text("\(folder)/Map.md")

    /// Every page that the map links to, by its path inside the folder.
    private var linked: Set<String> {
        Set(map.split(separator: "](").dropFirst().map { String($0.prefix { $0 != ")" }) })
    }

    @Test func theMapLinksToEveryPageAndToNoOther() {
        let prefix = "\(Self.folder)/".count
        let pages = Repository.paths(under: Self.folder).map { String($0.dropFirst(prefix)) }
        #expect(linked == Set(pages.filter { $0.hasSuffix(".md") && $0 != "Map.md" }))
    }

    @Test func theMapHasAParagraphForEveryTarget() {
        let headings = map.split(separator: "\n").filter { $0.hasPrefix("### ") }.map {
            String($0.dropFirst(4))
        }
        #expect(Set(headings) == Set(Arrows.table.keys))
        #expect(headings.count == Arrows.table.count)
    }

    @Test func everyKeyOfTheConfigurationIsExplained() {
        let page = Repository.text("\(Self.folder)/Configuration.md")
        let keys = Repository.text("Sources/Settings/Configuration/ConfigurationKeys.swift")
            .split(separator: "\n")
            .compactMap { $0.split(separator: "case ").dropFirst().first }
            .map { line in line.split(separator: "\"").dropFirst().first ?? line.prefix { $0 != " " } }
            .filter { !$0.hasPrefix(".") && !$0.contains(":") }
        #expect(keys.count > 30)
        for key in keys { #expect(page.contains("`\(key)`"), "Configuration.md says nothing of \(key)") }
    }

    @Test func everyRoleIsExplained() {
        let page = Repository.text("\(Self.folder)/Themes.md")
        for line in Repository.text("Themes/mono.yaml").split(separator: "\n") where line.hasPrefix("  ") {
            let role = line.dropFirst(2).prefix { $0 != ":" }
            #expect(page.contains("`\(role)`"), "Themes.md says nothing of \(role)")
        }
    }

    @Test func decisionsAreNumberedWithoutGaps() {
        let names = Repository.names(in: "\(Self.folder)/Decisions")
        for (number, name) in names.enumerated() {
            let digits = String(number + 1)
            #expect(name.hasPrefix(String(repeating: "0", count: 4 - digits.count) + digits + "-"))
        }
        #expect(!names.isEmpty)
    }
}
