import Model
import Testing
import ViewModels

@testable import Settings

@Suite struct ItemCodesTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test func itemsHaveCodesOneOrSeveral() throws {
        let codes = try ItemCodesFile.parse(
            "item,variant,code\n32,714,4006381333931\n32,714,SHIRT-L\n36,,MUG\n", file: "codes.csv")
        #expect(codes["4006381333931"] == ItemKind(itemID: 32, variantID: 714))
        #expect(codes["SHIRT-L"] == ItemKind(itemID: 32, variantID: 714))
        #expect(codes["MUG"] == ItemKind(itemID: 36))
        #expect(codes["mug"] == nil)
        #expect(codes.hasCode(ItemKind(itemID: 36)))
        #expect(!codes.hasCode(ItemKind(itemID: 32)))
    }

    @Test func everyBadLineIsNamed() {
        let text = "1,2,ABC\nx,,DEF\n3,y,GHI\n4,,\n5\n9,,ABC\n1,2,ABC\n7,,\"a\tb\"\n"
        #expect {
            try ItemCodesFile.parse(text, file: "codes.csv")
        } throws: { error in
            (error as? ConfigError)?.findings.map(\.description) == [
                "codes.csv:2: The item id must be a whole number.",
                "codes.csv:3: The variant id must be a whole number or empty.",
                "codes.csv:4: A code needs three characters or more, and no control characters.",
                "codes.csv:5: A line needs three fields: item id, variant id (may be empty), code.",
                "codes.csv:6: The code ABC stands for item 1, variant 2 in line 1 already; one code, one item.",
                "codes.csv:7: The same code stands in line 1 already; keep one.",
                "codes.csv:8: A code needs three characters or more, and no control characters.",
            ]
        }
    }

    @Test func theConfigurationNamesTheFileBesideItself() throws {
        let configuration = try folder.load(oneStore + "    codes: codes.csv\n")
        #expect(configuration.stores.first?.codes == "\(folder.path)/codes.csv")
    }
}

@Suite struct ScannerSettingsTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test func whatScannersSendCanBeWritten() throws {
        let text = "scan_prefix: \"\\x02\"\nscan_suffix: \"\\t\"\nscan_commands: \"%%\"\nscan_verify: true\n"
        let settings = try folder.load(text.replacing("%%", with: "CMD-") + oneStore).scanning
        #expect(settings.prefix == ["ctrl-b"])
        #expect(settings.suffix == ["tab"])
        #expect(settings.commands == "CMD-")
        #expect(settings.verifies)
        let keys = try folder.load("scan_prefix: [f9, \"~\"]\nscan_commands: \"\"\n" + oneStore).scanning
        #expect(keys.prefix == ["f9", "~"])
        #expect(keys.command(in: "SHIPDESK:OK") == nil)
    }

    @Test(arguments: ["\"\\x03\"", "[esc]", "[ctrl-z]", "[ctrl-x]", "\"\\x08\"", "[[f9]]"])
    func keysThatLeaveTheProgramCannotBePartOfAScan(_ written: String) throws {
        let found = try folder.complaints("scan_prefix: \(written)\n" + oneStore)
        #expect(found.first?.hasPrefix("1: `scan_prefix` must be") == true)
    }

    @Test func enterCannotBeginAScanAndCommandsMustFitABarcode() throws {
        #expect(
            try folder.complaints("scan_prefix: [enter]\n" + oneStore).first
                == "1: `scan_prefix` cannot hold Enter, which ends a scan.")
        #expect(try folder.complaints("scan_commands: \"é b\"\n" + oneStore).count == 1)
        #expect(try folder.complaints("scan_commands: X\n" + oneStore).count == 1)
    }
}
