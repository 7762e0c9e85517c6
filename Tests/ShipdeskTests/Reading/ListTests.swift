import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct ListTests {
    private static let purchases: [Purchase] = {
        var shipped = Made.purchase(1044, 1, age: 9_000)
        shipped.ledger = [Fulfillment(item: 1, at: shipped.purchasedAt, quantity: 1, tracking: "1Z-SEEK")]
        var partly = Made.purchase(1045, 2, age: 8_000)
        partly.ledger = [Fulfillment(item: 1, at: partly.purchasedAt, quantity: 1)]
        var homeless = Made.purchase(1046, 1, age: 7_000)
        homeless.address = nil
        homeless.lastName = "Okonkwo"
        return [Made.purchase(1043, 1), shipped, partly, homeless]
    }()

    @Test func statesAttentionSearchAndLimitChoose() async throws {
        try await withBox(Self.purchases) { box, _ in
            func ids(_ arguments: String...) async throws -> [String] {
                let outcome = try await box.run(["list", "--json"] + arguments)
                return try outcome.json(Listing.self).purchases.map(\.id)
            }
            #expect(try await ids() == ["1044", "1045", "1046", "1043"], "oldest first")
            #expect(try await ids("--state", "to-ship") == ["1046", "1043"])
            #expect(try await ids("--state", "partly") == ["1045"])
            #expect(try await ids("--state", "shipped") == ["1044"])
            #expect(try await ids("--state", "nothing").isEmpty)
            #expect(try await ids("--state", "held").isEmpty)
            #expect(try await ids("--state", "attention") == ["1046"])
            #expect(try await ids("--search", "okonkwo") == ["1046"])
            #expect(try await ids("--search", "1z-seek") == ["1044"])
            #expect(try await ids("--search", "münchen").count == 3)
            #expect(try await ids("--search", "munchen").count == 3)
            let limited = try await box.list("--limit", "2")
            #expect(limited.purchases.count == 2 && limited.total == 4)
            #expect(try await box.list("--limit", "0").total == 4)
            try await box.ends(64, "list", "--limit", "-1")
        }
    }

    @Test func aFilterAndASortChooseAsOnTheScreen() async throws {
        try await withBox(Self.purchases) { box, _ in
            func ids(_ arguments: String...) async throws -> [String] {
                let outcome = try await box.run(["list", "--json"] + arguments)
                return try outcome.json(Listing.self).purchases.map(\.id)
            }
            #expect(try await ids("--filter", "state:to-ship,partly") == ["1045", "1046", "1043"])
            #expect(try await ids("--filter", "tracking:yes") == ["1044"])
            #expect(try await ids("--filter", "-state:to-ship tracking:no") == ["1045"])
            #expect(try await ids("--filter", "age:<120m", "--sort", "-id") == ["1046", "1043"])
            #expect(try await ids("--filter", "okonkwo country:none") == ["1046"])
            #expect(try await ids("--filter", "okonkwo", "--search", "1043").isEmpty)
            #expect(try await ids("--state", "partly", "--filter", "state:to-ship").isEmpty)
            for wrong in [["--filter", "colour:red"], ["--filter", "country:\"D"], ["--sort", "colour"]] {
                let outcome = try await box.run(["list"] + wrong)
                #expect(outcome.has(64), "\(outcome)")
            }
            let outcome = try await box.run(["list", "--filter", "colour:red"])
            #expect(outcome.errors.contains("colour: is no filter; there are state, item"))
        }
    }

    @Test func optionsStandBeforeAndAfterTheCommand() async throws {
        try await withBox(Self.purchases) { box, _ in
            let config = box.configuration
            let orders = [
                ["--config", config, "list", "--json"], ["list", "--json", "--config", config],
                ["--config=\(config)", "--store", "spring-gala", "list", "--json"],
                ["--read-only", "--config", config, "list", "--json"],
                ["list", "--read-only", "--station", "x", "--json", "--config=\(config)"],
            ]
            for order in orders {
                let outcome = try await box.run(order)
                #expect(outcome.has(0), "\(order): \(outcome)")
                #expect(try outcome.json(Listing.self).total == 4)
            }
            let outbox = try await box.run("--config", config, "outbox", "list", "--json")
            #expect(outbox.has(0), "\(outbox)")
            #expect(try outbox.json(Entries.self).entries.isEmpty)
        }
    }

    @Test func aSpreadsheetRunsNothingOfACSV() async throws {
        var evil = Made.purchase(1043, 1)
        evil.firstName = "=cmd|' /C calc'!A1"
        evil.lastName = ""
        evil.confirmationCode = "+1234"
        evil.address = ShippingAddress(
            fullName: "@SUM(1)", address1: "-2+3", address2: "\tTab", city: "a \"quoted\", town\nnext",
            state: "\rCR", zipcode: "0123")
        try await withBox([evil]) { box, _ in
            let csv = try await box.run("list", "--csv")
            #expect(csv.has(0))
            for wanted in [
                "'=cmd", "'@SUM", "'-2+3", "'\tTab", "'\rCR", "'+1234", "\"a \"\"quoted\"\", town\nnext\"",
            ] {
                #expect(csv.output.contains(wanted), "\(wanted) in \(csv.output)")
            }
            #expect(csv.output.split(separator: "\n")[0].hasPrefix("store,purchase,state,"))
        }
    }

    @Test func foreignTextReachesPeopleWithoutControlCharacters() async throws {
        var evil = Made.purchase(1043, 1)
        evil.firstName = "\u{1b}]0;owned\u{7}Eve\u{9b}31m"
        evil.lastName = "\u{202e}gnirts"
        evil.address?.fullName = "A\u{1b}[2JB\nC"
        try await withBox([evil]) { box, _ in
            for command in [["list"], ["show", "1043"], ["ship", "1043:9"]] {
                let outcome = try await box.run(command)
                let text = (outcome.output + outcome.errors).unicodeScalars
                let odd = text.filter {
                    ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t")
                        || $0 == "\u{202e}"
                }
                #expect(odd.isEmpty, "\(command): \(outcome)")
            }
            // JSON is for programs: nothing of it is changed.
            #expect(try await box.purchase("1043").purchaser == evil.firstName + " " + evil.lastName)
        }
    }

    @Test func readOnlyReadsWithoutTheNetwork() async throws {
        try await withBox(Self.purchases) { box, simulator in
            let before = simulator.recorder.total
            try await box.ends(0, "--read-only", "list")
            try await box.ends(0, "--read-only", "show", "1043")
            try await box.ends(65, "--read-only", "show", "9")
            try await box.ends(0, "list")
            #expect(simulator.recorder.total == before)
        }
    }
}
