import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct RefusalTests {
    /// A command that is refused as a whole, its exit status, and a word of the reason.
    struct Refused: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        var word: String
        init(_ status: Int32, _ word: String, _ arguments: String...) {
            self.arguments = arguments
            self.status = status
            self.word = word
        }
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let all = [
        Refused(64, "target", "ship"),
        Refused(64, "", "undo"),
        Refused(64, "", "undo", "1043", "--action", "1"),
        Refused(64, "", "undo", "--action", "1", "--others"),
        Refused(64, "", "ship", "1043:1=x"),
        Refused(64, "", "ship", "1043", "--colour", "red"),
        Refused(64, "no store `nowhere`", "ship", "1043", "--store", "nowhere"),
        Refused(64, "", "list", "--state", "lost"),
        Refused(64, "", "list", "--json", "--csv"),
        Refused(64, "", "outbox", "settle", "1", "--as", "perhaps"),
        Refused(65, "no purchase 9999", "ship", "9999"),
        Refused(65, "no purchase 9999", "ship", "1043", "9999"),
        Refused(65, "no item 7", "ship", "1043:7"),
        Refused(65, "more than the 2", "ship", "1043:1=3"),
        Refused(65, "1 or more", "ship", "1043:1=0"),
        Refused(65, "1 or more", "ship", "1043:1=-1"),
        Refused(65, "is safe to ship", "ship", "1044"),
        Refused(65, "is safe to ship", "ship", "1043", "1044:1"),
        Refused(65, "is safe to ship", "ship", "1043:1=2", "1043:1=1"),
        Refused(65, "2027-02-30", "ship", "1043", "--deliver-by", "2027-02-30"),
        Refused(65, "fri", "ship", "1043", "--deliver-by", "fri"),
        Refused(65, "one by one", "ship", "1043", "1045", "--tracking", "1Z"),
        Refused(65, "address", "ship", "1046"),
        Refused(65, "young", "ship", "1047"),
        Refused(65, "can be taken back", "undo", "1043"),
        Refused(65, "no action", "undo", "--action", "12"),
        Refused(65, "no mark", "outbox", "retry", "12"),
        Refused(77, "read-only", "ship", "1043", "--read-only"),
        Refused(77, "read-only", "--read-only", "undo", "1043"),
        Refused(77, "read-only", "sync", "--read-only"),
        Refused(77, "read-only", "outbox", "drop", "1", "--read-only"),
    ]

    /// One store and one box serve all of them: nothing that is refused may leave a trace.
    @Test func refusedCommandsSayWhyAndAcceptNothing() async throws {
        var shipped = Made.purchase(1044, 1)
        shipped.ledger = [Fulfillment(item: 1, at: shipped.purchasedAt, quantity: 1)]
        var homeless = Made.purchase(1046, 1)
        homeless.address?.city = " "
        let purchases = [
            Made.purchase(1043, 2, 1), shipped, Made.purchase(1045, 1), homeless,
            Made.purchase(1047, 1, age: 9),
        ]
        try await withBox(purchases) { box, simulator in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for refused in Self.all {
                    group.addTask {
                        let outcome = try await box.run(refused.arguments)
                        #expect(outcome.has(refused.status), "\(refused.testDescription): \(outcome)")
                        #expect(
                            outcome.errors.contains(refused.word), "\(refused.testDescription): \(outcome)")
                        #expect(outcome.output.isEmpty, "\(refused.testDescription): \(outcome)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(simulator.store.written.isEmpty)
            #expect(try await box.outbox().isEmpty)
            #expect(simulator.recorder.requests(to: .fulfillment).isEmpty)
        }
    }

    @Test func anIdInTwoStoresMustBeTakenFromOne() async throws {
        let options = SimulatorOptions(purchases: 0)
        try await withSimulator(options) { spring, springStore in
            try await withSimulator(options) { autumn, autumnStore in
                springStore.store.put(Made.purchase(1043, 1))
                autumnStore.store.put(Made.purchase(1043, 1))
                let box = try Box([("spring", spring), ("autumn", autumn)])
                try await box.ends(0, "sync")
                let refused = try await box.run("ship", "1043")
                #expect(refused.has(65), "\(refused)")
                #expect(refused.errors.contains("spring") && refused.errors.contains("autumn"))
                #expect(try await box.outbox().isEmpty)
                try await box.ends(0, "--store", "autumn", "ship", "1043")
                #expect(springStore.store.written.isEmpty && autumnStore.store.written.count == 1)
                #expect(try await box.list("--store", "spring").purchases.map(\.state) == ["to-ship"])
            }
        }
    }

    @Test func withTheStoreGoneAnUnknownPurchaseIsNoReasonToWait() async throws {
        let site = try Site([Made.purchase(1043, 1)])
        let box = try Box(site.baseURL)
        try await box.ends(69, "sync")
        try await box.ends(69, "ship", "1043")
        try await site.open { try await box.ends(0, "sync") }
        try await box.ends(69, "ship", "9999")
        #expect(try await box.outbox().isEmpty)
    }

    @Test func refusedCredentialsAreToldAndReadNothing() async throws {
        try await withSimulator(SimulatorOptions(purchases: 20)) { baseURL, _ in
            let box = try Box(baseURL)
            try box.folder.write(
                "data_dir: data\nlock_dir: .\n\(Box.quick)stores:\n"
                    + Box.entry("gala", baseURL, secret: "wrong-secret"),
                to: "config.yaml")
            let sync = try await box.run("sync")
            #expect(sync.has(77), "\(sync)")
            #expect(!sync.errors.contains("wrong-secret"))
            try await box.ends(77, "ship", "1001")
            #expect(try await box.list().total == 0)
        }
    }
}
