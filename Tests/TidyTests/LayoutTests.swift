import Testing

/// What a newcomer sees first.
@Suite struct LayoutTests {
    @Test func theTopLevelHoldsThePackageAndNothingElse() {
        // Package.resolved is written by the build and not kept.
        let allowed: Set<String> = [
            "Package.swift", "Package.resolved", "README.md", "Sources", "Tests", "Themes",
        ]
        let extra = Repository.names(in: "").filter { !$0.hasPrefix(".") && !allowed.contains($0) }
        #expect(extra.isEmpty)
    }

    @Test func everyTestTargetIsNamedAfterATargetOrAKind() {
        let kinds: Set<String> = ["TidyTests", "StoryTests", "ShipdeskTests"]
        for name in Repository.names(in: "Tests") where !kinds.contains(name) {
            #expect(Arrows.table[String(name.dropLast(5))] != nil && name.hasSuffix("Tests"), "\(name)")
        }
    }

    @Test func everyThemeIsEmbedded() {
        let manifest = Repository.text("Package.swift")
        for file in Repository.names(in: "Themes") {
            #expect(manifest.contains("\"\(file.dropLast(".yaml".count))\""), "Themes/\(file)")
        }
    }

    @Test func whatIsTestedHereIsWhatTheReadmeSays() throws {
        let readme = Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
        let marks = readme.indices.filter { readme[$0] == "<!-- test -->" }
        let mark = try #require(
            marks.count == 1 ? marks.first : nil, "README.md needs one <!-- test --> mark")
        #expect(readme[mark + 1] == "```sh")
        #expect(readme[mark + 2].contains("swift test"))
        #expect(readme[mark + 3] == "```")

        let run = Repository.text(".ci/run").split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(run.contains { $0.contains("<!-- test -->") && $0.contains("README.md") })
        let own = run.filter { $0.contains("swift test") || $0.contains("swift build") }
        #expect(own.isEmpty, ".ci/run must take its commands from the README")
    }
}
