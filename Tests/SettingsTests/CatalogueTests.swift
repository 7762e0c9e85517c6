import Model
import Testing

@testable import Settings

@Suite struct CatalogueTests {
    private func complaints(_ text: String) -> [String] {
        do {
            _ = try Catalogue.parse(text, file: "names.csv")
            return []
        } catch {
            return error.findings.map(\.description)
        }
    }

    @Test func itemsAndVariantsGetNames() throws {
        let catalogue = try Catalogue.parse(
            "item id,variant id,name\n32,714,Shirt L\r\n36,,\"Mug, \"\"blue\"\"\"\n\n38, ,Poster\n",
            file: "names.csv")
        #expect(
            catalogue.names == [
                ItemKind(itemID: 32, variantID: 714): "Shirt L",
                ItemKind(itemID: 36): "Mug, \"blue\"",
                ItemKind(itemID: 38): "Poster",
            ])
    }

    @Test func theHeaderIsOptionalAndTheLastLineBreakToo() throws {
        #expect(try Catalogue.parse("1,2,Cap", file: "").names == [ItemKind(itemID: 1, variantID: 2): "Cap"])
        #expect(try Catalogue.parse("", file: "").names.isEmpty)
    }

    @Test func everyBadLineIsNamed() {
        let found = complaints("1,2,Cap\nx,,Cap\n3,y,Cap\n4,,\n5\n1,2,Hat\n")
        #expect(
            found == [
                "names.csv:2: The item id must be a whole number.",
                "names.csv:3: The variant id must be a whole number or empty.",
                "names.csv:4: The name is empty; write one, or remove the line.",
                "names.csv:5: A line needs three fields: item id, variant id (may be empty), name.",
                "names.csv:6: This item has a name in line 1 already; keep one.",
            ])
    }

    @Test func linesAreCountedInsideQuotesToo() {
        #expect(complaints("1,,\"a\nb\"\nx,,c\n") == ["names.csv:3: The item id must be a whole number."])
        #expect(complaints("1,,a\n2,,\"open\n").first?.hasPrefix("names.csv:2: A quoted field") == true)
        #expect(complaints("1,,\"a\"b\n").first?.hasPrefix("names.csv:1: A quoted field") == true)
    }
}
