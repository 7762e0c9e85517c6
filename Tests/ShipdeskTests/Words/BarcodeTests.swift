import Model
import TestKit
import Testing

@Suite struct BarcodeTests {
    private func run(_ arguments: String..., configuration: String? = nil) async throws -> (Ending, String) {
        let folder = try TemporaryFolder("barcodes")
        var all = ["barcodes"] + arguments
        if let configuration { all += ["--config", try folder.write(configuration, to: "config.yaml")] }
        let program = try RunningProgram(
            Program.path, all, environment: Program.environment(home: folder.path))
        let ending = await program.wait()
        return (ending, program.output)
    }

    @Test func withoutAConfigurationTheSheetHoldsTheUsualTexts() async throws {
        let (ending, output) = try await run("--text")
        #expect(ending == .status(0))
        let texts = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(
            texts == ["SHIP", "HANDOVER", "NEXT", "UNDO", "CANCEL", "OK", "PART"].map { "SHIPDESK:\($0)" })
    }

    @Test func thePageHasABarForEachBarAndRoomBesideThem() async throws {
        let (ending, output) = try await run("--svg")
        #expect(ending == .status(0))
        #expect(output.hasPrefix("<svg ") && output.hasSuffix("</svg>\n"))
        let bars = output.split(separator: "<rect x=").count - 1
        let wanted = ["SHIP", "HANDOVER", "NEXT", "UNDO", "CANCEL", "OK", "PART"].compactMap {
            Code128("SHIPDESK:\($0)")?.bars.count
        }
        #expect(bars == wanted.reduce(0, +))
        // Ten modules of half a millimetre or less stay light before the first bar.
        #expect(output.contains("<g transform=\"translate(15 20)\"><rect x=\"5.00\""))
    }

    @Test func aStartOfItsOwnStandsInEveryBarcode() async throws {
        let store = """
            stores:
              - name: a
                api: tixstock
                base_url: https://example.com/v1

            """
        let (_, own) = try await run(configuration: "scan_commands: DESK2-\n" + store)
        #expect(own.hasPrefix("DESK2-SHIP\t"))
        let (ending, none) = try await run(configuration: "scan_commands: \"\"\n" + store)
        #expect(ending == .status(65) && none.isEmpty)
    }
}
