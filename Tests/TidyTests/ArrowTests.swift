import Testing

@Suite struct ArrowTests {
    @Test func noTargetImportsWhatTheTableDoesNotAllow() {
        for file in Repository.sources {
            for module in file.imports where !Arrows.mayImport(module, in: file.target) {
                Issue.record("\(file.path): \(file.target) may not import \(module)")
            }
        }
    }

    @Test func testsDoWithoutWholeFoundationToo() {
        for file in Repository.swiftFiles {
            for module in file.imports where Arrows.banned.contains(module) {
                Issue.record("\(file.path): \(module) is allowed nowhere; FoundationEssentials is")
            }
        }
    }

    @Test func theTableAndTheFoldersNameTheSameTargets() {
        #expect(Set(Repository.names(in: "Sources")) == Set(Arrows.table.keys))
    }

    @Test func thePackageDeclaresTheArrowsOfTheTable() {
        let declared = Package.dependencies(ofTargetsIn: Repository.text("Package.swift"))
        for (target, arrows) in Arrows.table {
            #expect(declared[target] == arrows.ours, "\(target)")
        }
    }

    @Test func theArrowsPointDownward() {
        for target in Arrows.table.keys {
            #expect(!reachable(from: target).contains(target), "\(target) imports itself in a circle")
        }
    }

    private func reachable(from target: String) -> Set<String> {
        var found: Set<String> = []
        var next = Arrows.table[target]?.ours ?? []
        while let one = next.popFirst() {
            guard found.insert(one).inserted else { continue }
            next.formUnion(Arrows.table[one]?.ours ?? [])
        }
        return found
    }

    @Test func importsAreFoundInEveryForm() {
        let text = """
            import Alpha
            @testable import Beta
            package import Gamma
            @preconcurrency internal import Delta
            import struct Epsilon.Thing
            // import Zeta
            let text = "import Eta"
            """
        #expect(
            modules(importedBy: text.split(separator: "\n")) == [
                "Alpha", "Beta", "Gamma", "Delta", "Epsilon",
            ])
    }
}
