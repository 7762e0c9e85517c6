import Model
import Simulator
import TestKit
import Testing

/// What nobody knows about a server is set in the configuration, and goes out as set.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CallSettingsTests {
    /// An office, asked in the ways that these lines say.
    private func withOffice(
        _ lines: String..., settings: EvolutionSettings = EvolutionSettings(),
        _ body: (Box, Simulator) async throws -> Void
    ) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0, evolution: settings)) { baseURL, simulator in
            simulator.inventory.put(.init(id: 801, remoteID: 1_602))
            simulator.expect(801, on: "2030-01-31")
            let entry = Box.officeEntry(String(baseURL.dropLast("/rest".count)))
            try await body(try Box(entries: entry + lines.map { "    \($0)\n" }.joined()), simulator)
        }
    }

    @Test func wordsAndAmountsAreSpeltAsSet() async throws {
        try await withOffice("enum_spelling: capitals", "amounts_as_text: true") { box, simulator in
            try await box.ends(0, "sync")
            // The simulator goes by the table, and takes neither.
            try await box.ends(76, "change", "801", "format=Eticket", "price=12.50")
            let body = try #require(simulator.patches.last)
            #expect(body.contains(#""format":"ETICKET""#) && body.contains(#""price":"12.5""#), "\(body)")
        }
    }

    @Test func attributesStandBelowTicketWhereSet() async throws {
        let settings = EvolutionSettings(nestsInTicket: true)
        try await withOffice("nest_in_ticket: true", settings: settings) { box, simulator in
            try await box.ends(0, "sync")
            try await box.ends(0, "ship", "801")
            #expect(simulator.patches == [#"{"inventory":{"ticket":{"in_hand":true}}}"#])
        }
    }

    /// Where ticket groups are refused, the other call reads a lost answer back.
    @Test func listingsAreReadByTheOtherCall() async throws {
        let settings = EvolutionSettings(showsTicketGroups: false, showsInventory: true)
        try await withOffice("listing_details: inventory", settings: settings) { box, simulator in
            try await box.ends(0, "sync")
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && !doctor.output.contains("may not read"), "\(doctor)")
            simulator.faults.add(.close, .afterEffect, on: .inventoryUpdate)
            try await box.ends(0, "ship", "801")
            #expect(simulator.patches.count == 1)
            #expect(simulator.recorder.requests(to: .ticketGroups).isEmpty)
            #expect(simulator.recorder.requests(to: .ticketGroup).isEmpty)
        }
        try await withOffice("listing_details: inventory") { box, _ in
            let doctor = try await box.run("doctor")
            #expect(
                doctor.has(0) && doctor.output.contains("try `listing_details: ticket-groups`"), "\(doctor)")
        }
    }

    @Test func whatMeansTooFastIsSet() async throws {
        for (line, words) in [
            ("throttled_statuses: [429, 503]", "asks us to wait"), ("", "trouble of its own"),
        ] {
            try await withOffice(line) { box, simulator in
                simulator.faults.add(.html(status: 503), on: .inventory, .always)
                let doctor = try await box.run("doctor")
                #expect(doctor.has(69) && doctor.output.contains(words), "\(doctor)")
            }
        }
    }

    @Test func noMoreCallsGoOutInASecondThanSet() async throws {
        try await withOffice("calls_per_second: 1", settings: EvolutionSettings(callsPerSecond: 1)) {
            box, _ in
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && !doctor.output.contains("cannot be read"), "\(doctor)")
            try await box.ends(0, "sync")
            try await box.ends(0, "ship", "801")
        }
    }

    @Test func aFulfillmentIsEncodedAsSet() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            let box = try Box(entries: Box.entry("gala", baseURL) + "    form_encoding: urlencoded\n")
            try await box.ends(0, "sync")
            // The simulator takes the document's form alone.
            try await box.ends(76, "ship", "1043")
            let body = try #require(simulator.recorder.requests(to: .fulfillment).last?.body)
            #expect(body.hasPrefix("request=%7B%22store_purchases%22"), "\(body)")
        }
    }

    @Test func theTokenCallsAreEncodedAsSet() async throws {
        let more = ", token_encoding: multipart, repeat_challenge_method: true"
        try await withLogin(more: more) { box, simulator in
            #expect(try await box.logIn().has(0))
            try await box.ends(0, "sync")
            #expect(simulator.recorder.requests(to: .redemption).count == 1)
        }
    }
}
