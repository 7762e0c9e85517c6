import FoundationEssentials
import Model
import Simulator
import TestKit
import Testing

/// Tixstock orders through the command line, against a strict server.
@Suite(.serialized, .timeLimit(.minutes(2))) struct OrdersTests {
    @Test func aFileOfIDsIsReadAndKept() async throws {
        let orders = ["TX1", "TX2", "TX/3"].map { Made.order($0) }
        try await withOrders(orders) { box, simulator in
            let file = try box.file("order_id;note", "TX1;x", "TX2;", "TX/3;", "TX1;", "none;", ";y")
            let first = try await box.run("track", "boxoffice", file)
            #expect(first.has(65), "\(first)")
            #expect(first.output == "boxoffice: 3 new, 1 named twice, 1 not found, 1 without an id.\n")
            #expect(first.errors.contains("none: boxoffice has no such order."))
            #expect(first.errors.contains("Line 7: "))
            #expect(try await box.list().purchases.map(\.id).sorted() == ["TX/3", "TX1", "TX2"])

            simulator.recorder.forget()
            let again = try await box.run("track", "boxoffice", try box.file("TX1", "TX2"))
            #expect(again.has(0) && again.output.contains("0 new, 2 kept already"), "\(again)")
            #expect(simulator.recorder.total == 0)
            try await box.ends(64, "track", "elsewhere", file)
            try await box.ends(65, "track", "boxoffice", file + ".missing")
        }
    }

    @Test func anOrderNotSeenBeforeIsReadFirst() async throws {
        try await withOrders { box, simulator in
            let shown = try await box.purchase("TX1")
            #expect(shown.state == "to-ship" && shown.purchaser == "Ines Okafor")
            #expect(shown.items.map(\.purchased) == [2] && shown.items.map(\.safe_to_ship) == [2])
            #expect(shown.address?["city"] == "Cork")
            try await box.ends(65, "show", "TX2")
            try await box.ends(65, "ship", "TX2", "--tracking", "1Z9")
            #expect(simulator.updates.isEmpty)
        }
    }

    @Test func whereTheStoreIsAwayOrRefusesNothingIsAccepted() async throws {
        let away = try Box(entries: Box.ordersEntry("http://127.0.0.1:1/v1"))
        try await away.ends(69, "ship", "TX1", "--tracking", "1Z9")
        try await withOrders { box, simulator in
            let stranger = try box.with(token: "stranger")
            try await stranger.ends(77, "ship", "TX1", "--tracking", "1Z9")
            #expect(simulator.updates.isEmpty)
            #expect(try await stranger.outbox().isEmpty)
        }
    }

    @Test func shippingSendsTheNumberWithTheWholeAddress() async throws {
        try await withOrders { box, simulator in
            let ship = try await box.run("ship", "TX1", "--tracking", "1Z9", "--json")
            #expect(ship.has(0), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            #expect(entry.state == "confirmed" && entry.quantity == 2 && entry.tracking == "1Z9")
            #expect(simulator.orders.order("TX1")?.tracking == "1Z9")
            let body = try #require(simulator.updates.first)
            #expect(body.contains("\"town\":\"Cork\"") && !body.contains("order_status"))
            #expect(try await box.purchase("TX1").state == "shipped")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z8")
        }
    }

    @Test func whereTheAddressIsNotWholeTheStatusGoesAlongUnchanged() async throws {
        var address = Made.quay
        address.zipcode = ""
        try await withOrders([Made.order("TX1", address: address)]) { box, simulator in
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9")
            let body = try #require(simulator.updates.first)
            #expect(body.contains("\"order_status\":\"Approved\"") && !body.contains("shipping_address"))
        }
    }

    @Test func aPartOfAnOrderIsRefused() async throws {
        try await withOrders { box, simulator in
            try await box.ends(65, "ship", "TX1:1=1", "--tracking", "1Z9")
            try await box.ends(65, "ship", "TX1:2", "--tracking", "1Z9")
            try await box.ends(65, "ship", "TX1")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z9", "--deliver-by", "2030-01-01")
            #expect(simulator.updates.isEmpty)
            let ship = try await box.run("ship", "TX1:1=2", "--tracking", "1Z9")
            #expect(ship.has(0) && ship.errors.contains("takes it back"), "\(ship)")
        }
    }

    @Test(arguments: [OrderStatus.commissionable, .rejected, .cancelled, .refunded])
    func aFinalStatusIsAskedForTwiceAndThenTheOrderIsClosed(status: OrderStatus) async throws {
        try await withOrders { box, simulator in
            let word = status.rawValue.lowercased()
            let once = try await box.run("ship", "TX1", "--status", word)
            #expect(once.has(65) && once.errors.contains("--final"), "\(once)")
            #expect(simulator.updates.isEmpty)
            #expect(try await box.outbox().isEmpty)
            let final = try await box.run("ship", "TX1", "--status", word, "--final")
            #expect(final.has(0) && !final.errors.contains("takes it back"), "\(final)")
            #expect(simulator.orders.order("TX1")?.status == status)
            let state = status == .commissionable ? "shipped" : "nothing"
            #expect(try await box.purchase("TX1").state == state)
            try await box.ends(65, "undo", "TX1")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z9", "--status", "Approved")
            #expect(simulator.updates.count == 1)
        }
    }

    @Test(arguments: [OrderStatus.pendingReview, .saleOnHold])
    func anUndecidedOrderIsHeldUntilItsStatusChanges(status: OrderStatus) async throws {
        try await withOrders([Made.order("TX1", status)]) { box, simulator in
            #expect(try await box.purchase("TX1").state == "held")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z9")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z9", "--status", "posted")
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9", "--status", "approved")
            let order = try #require(simulator.orders.order("TX1"))
            #expect(order.status == .approved && order.tracking == "1Z9")
        }
    }

    @Test func takingBackSetsWhatWasThereBefore() async throws {
        try await withOrders { box, simulator in
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9")
            try await box.ends(0, "undo", "TX1")
            #expect(simulator.orders.order("TX1")?.tracking == nil)
            #expect(simulator.updates.last?.contains("\"shipping_tracking_id\":null") == true)
            #expect(try await box.purchase("TX1").state == "to-ship")

            try await box.ends(0, "ship", "TX1", "--status", "sale-on-hold")
            #expect(simulator.orders.order("TX1")?.status == .saleOnHold)
            try await box.ends(0, "undo", "TX1")
            #expect(simulator.orders.order("TX1")?.status == .approved)
        }
    }

    @Test func theVerbIsASetting() async throws {
        let settings = TixstockSettings(updateVerb: "PUT")
        try await withOrders([Made.order("TX1")], settings, more: "update_method: PUT") { box, simulator in
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9")
            #expect(simulator.recorder.requests(to: .orderUpdate).map(\.method) == ["PUT"])
        }
        try await withOrders([Made.order("TX1")], settings) { box, simulator in
            let ship = try await box.run("ship", "TX1", "--tracking", "1Z9")
            #expect(ship.has(76) && ship.output.contains("another verb"), "\(ship)")
        }
    }

    @Test(arguments: [false, true])
    func errorsOfBothShapesAreUnderstood(with200: Bool) async throws {
        try await withOrders([Made.order("TX1")], TixstockSettings(errsWith200: with200)) { box, simulator in
            try await box.ends(65, "show", "TX9")
            try await box.ends(75, "ship", "TX1", "--tracking", "1Z9", "--no-wait")
            simulator.faults.add(.refusePurchase(at: 0), on: .orderUpdate)
            try await box.ends(0, "sync")
            let entry = try #require(try await box.outbox().first)
            #expect(entry.state == "failed" && entry.error?.contains("cannot be updated") == true)
        }
    }

    @Test func whatSomebodyElseChangesIsSeenAndNotOverwritten() async throws {
        try await withOrders([Made.order("TX1"), Made.order("TX2")]) { box, simulator in
            try await box.ends(0, "track", "boxoffice", try box.file("TX1", "TX2"))
            simulator.orders.change("TX2") { $0.tracking = "ELSE" }
            try await box.ends(0, "sync")
            #expect(try await box.purchase("TX2").state == "shipped")
            try await box.ends(75, "ship", "TX1", "--tracking", "1Z9", "--no-wait")
            simulator.orders.change("TX1") { $0.tracking = "ELSE" }
            try await box.ends(0, "sync")
            #expect(try await box.outbox().map(\.state) == ["conflict"])
            #expect(simulator.updates.isEmpty)
        }
    }

    @Test func closedOrdersAreNotAskedForAgain() async throws {
        try await withOrders([Made.order("TX1"), Made.order("TX2", .cancelled)]) { box, simulator in
            try await box.ends(0, "track", "boxoffice", try box.file("TX1", "TX2"))
            simulator.recorder.forget()
            try await box.ends(0, "sync", "--full")
            #expect(simulator.recorder.requests(to: .order).map(\.path) == ["/v1/orders/get/TX1"])
            #expect(try await box.list().total == 2)
        }
    }

    /// Nobody promises that orders can be read: then they are learned from the answers to updates.
    @Test func aServerThatTellsNoOrdersStillTakesUpdates() async throws {
        try await withOrders { box, simulator in
            simulator.faults.add(FaultRule(.html(status: 405), on: .order, .always))
            let track = try await box.run("track", "boxoffice", try box.file("TX1"))
            #expect(track.has(0) && track.errors.contains("learned"), "\(track)")
            try await box.ends(65, "ship", "TX1", "--tracking", "1Z9")
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9", "--status", "Approved")
            #expect(simulator.orders.order("TX1")?.tracking == "1Z9")
            let learned = try await box.purchase("TX1")
            #expect(learned.state == "shipped" && learned.items.map(\.purchased) == [2])
        }
    }

    @Test func aLabelIsSentAsAPDFAndSavedFromTheReply() async throws {
        try await withOrders { box, simulator in
            let pdf = Data("%PDF-1.4 a label for 1 Quay %%EOF".utf8)
            let file = try box.file("%PDF-1.4 a label for 1 Quay %%EOF", named: "label.pdf")
            let bytes = try Data(contentsOf: URL(filePath: file))
            let change = try await box.run("change", "TX1", "shipping_label_raw=\(file)")
            #expect(change.has(0) && change.errors.contains("\(bytes.count) B"), "\(change)")
            #expect(simulator.orders.order("TX1")?.labelFile == bytes.base64EncodedString())

            let saved = box.folder.path + "/saved.pdf"
            try await box.ends(0, "label", "TX1", saved)
            #expect(try Data(contentsOf: URL(filePath: saved)) == bytes)
            try await box.ends(65, "label", "TX1", saved)

            // Neither the outbox nor the log holds what is on it.
            let encoded = pdf.base64EncodedString().prefix(20)
            for name in ["shipdesk.sqlite", "shipdesk.sqlite-wal"] {
                let raw = (try? Data(contentsOf: URL(filePath: "\(box.data)/\(name)"))) ?? Data()
                #expect(raw.firstRange(of: Data(encoded.utf8)) == nil)
            }
            let none = try box.file("hello", named: "none.pdf")
            let refused = try await box.run("change", "TX1", "shipping_label_raw=\(none)")
            #expect(refused.has(65) && refused.errors.contains("no PDF"), "\(refused)")
            try await box.ends(65, "change", "TX1", "shipping_label_raw=\(none).missing")
        }
    }

    @Test func repairCarriesTheIDsOver() async throws {
        try await withOrders([Made.order("TX1"), Made.order("TX2")]) { box, _ in
            try await box.ends(0, "track", "boxoffice", try box.file("TX1", "TX2"))
            try await box.ends(0, "doctor", "--repair")
            try await box.ends(0, "sync")
            #expect(try await box.list().purchases.map(\.id) == ["TX1", "TX2"])
        }
    }

    @Test func doctorTellsTheWorldAndOfBadTokens() async throws {
        try await withOrders { box, _ in
            let empty = try await box.run("doctor")
            #expect(empty.has(0) && empty.output.contains("shipdesk track boxoffice"), "\(empty)")
            try await box.ends(0, "show", "TX1")
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("boxoffice: mode Sandbox"), "\(doctor)")
            #expect(!doctor.output.contains("rsu_api_reg"))
        }
    }
}
