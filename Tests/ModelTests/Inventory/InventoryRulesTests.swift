import FoundationEssentials
import Model
import Testing

/// The table of the inventory update document, row by row.
@Suite struct InventoryRulesTests {
    /// What is set beside `in_hand`, and the attribute that is then at fault; nil where nothing is.
    static let table: [(@Sendable (inout InventoryChange) -> Void, String?)] = [
        ({ $0.accountEmail = "desk@example.com" }, nil), ({ $0.accountEmail = "desk" }, "account_email"),
        ({ $0.accountEmail = "" }, "account_email"),
        ({ $0.accountEmail = "a b@example.com" }, "account_email"),
        ({ $0.accountEmail = "desk@example" }, "account_email"), ({ $0.cost = 12 }, nil),
        ({ $0.cost = .nan }, "cost"), ({ $0.discount = 0 }, nil), ({ $0.discount = 100 }, nil),
        ({ $0.discount = Decimal(string: "100.01") }, "discount"), ({ $0.discount = -1 }, "discount"),
        ({ $0.eticket = false }, nil), ({ $0.externalNotes = "Aisle" }, nil),
        ({ $0.externalNotes = "" }, "external_notes"), ({ $0.internalNotes = " \n" }, "internal_notes"),
        ({ $0.faceValue = 80 }, nil), ({ $0.faceValue = .nan }, "face_value"),
        ({ $0.format = .paperless }, nil), ({ $0.instantDelivery = true }, nil),
        ({ $0.price = 1_000_000 }, nil), ({ $0.price = Decimal(string: "1000000.01") }, "price"),
        ({ $0.price = -1 }, "price"), ({ $0.cost = 0 }, nil), ({ $0.faceValue = -1 }, "face_value"),
        ({ $0.price = .nan }, "price"), ({ $0.quantity = 1 }, nil), ({ $0.quantity = 0 }, "quantity"),
        (
            {
                $0.quantity = 2; $0.seats = [.init(1)]
            }, "quantity"
        ),
        (
            {
                $0.quantity = 1; $0.seats = [.init(1)]
            }, nil
        ), ({ $0.remoteID = 1 }, nil),
        ({ $0.remoteID = 0 }, "remote_id"), ({ $0.remoteID = -4 }, "remote_id"), ({ $0.row = "AA" }, nil),
        ({ $0.row = "" }, "row"), ({ $0.section = " " }, "section"),
        ({ $0.seats = [.init(1), .init(2)] }, nil), ({ $0.seats = [.init(1), .init(1)] }, "seats[1].seat"),
        ({ $0.seats = [.init(1, barcode: "")] }, "seats[0].barcode"),
        // One barcode lets in one person; one need not be there.
        ({ $0.seats = [.init(1, barcode: "AB1"), .init(2, barcode: " ab1")] }, "seats[1].barcode"),
        ({ $0.seats = [.init(1, barcode: "AB1"), .init(2)] }, nil),
        (
            {
                $0.seats = [.init(1)]; $0.seats[0].primaryTicketID = " "
            }, "seats[0].primary_ticket_id"
        ),
        (
            {
                $0.seats = [.init(1)]; $0.seats[0].verificationID = ""
            }, "seats[0].verification_id"
        ),
        ({ $0.speculative = true }, nil), ({ $0.splitType = .neverLeaveOne }, nil),
        ({ $0.splitType = .custom }, "split_override"),
        (
            {
                $0.splitType = .custom; $0.splitOverride = [2]
            }, nil
        ),
        ({ $0.splitOverride = [2, 0] }, "split_override"), ({ $0.splitOverride = [2, 4] }, nil),
        ({ $0.taxedCost = 3 }, nil), ({ $0.taxedCost = .nan }, "taxed_cost"), ({ $0.type = .parking }, nil),
        ({ $0.viewType = .possiblyObstructed }, nil), ({ $0.wheelchairAccessible = true }, nil),
    ]

    @Test(arguments: table.indices)
    func everyRowOfTheTableIsHeld(place: Int) {
        var change = InventoryChange.arrived
        Self.table[place].0(&change)
        #expect(change.faults().map(\.attribute) == [Self.table[place].1].compactMap { $0 })
        #expect(change.faults().allSatisfy { $0.words.hasSuffix(".") })
    }

    @Test func aDayIsNeededWhereTheTicketsAreNotSaidToBeHere() {
        var change = InventoryChange()
        change.price = 5
        #expect(names(change) == ["in_hand_on"])
        change.inHand = false
        #expect(names(change) == ["in_hand_on"])
        change.inHandOn = PlainDate("2027-01-31")
        #expect(names(change) == [])
        change.inHand = nil
        #expect(names(change) == [])
        #expect(names(.arrived) == [])
        #expect(PlainDate("2027-01-31").map { names(.expected(on: $0)) } == [])
    }

    @Test func somethingHasToChange() { #expect(names(InventoryChange()) == ["inventory"]) }

    @Test func seatsAreAsManyAsTheListingHas() {
        var change = InventoryChange.arrived
        change.seats = [.init(1), .init(2)]
        #expect(change.faults(quantity: 3).map(\.attribute) == ["seats"])
        #expect(change.faults(quantity: 2).isEmpty)
        change.quantity = 2
        #expect(change.faults(quantity: 3).isEmpty)
    }

    @Test func aDifferentQuantityRecreatesTheTickets() {
        var change = InventoryChange.arrived
        #expect(!change.recreatesTickets(from: 2))
        change.quantity = 2
        #expect(!change.recreatesTickets(from: 2))
        #expect(change.recreatesTickets(from: 3))
        #expect(change.recreatesTickets(from: nil))
    }

    @Test func manyListingsAreChangedAlikeOrNotAtAll() {
        let change = InventoryChange.arrived
        #expect(change.faults(together: Array(1...1_000)).isEmpty)
        #expect(change.faults(together: Array(1...1_001)).map(\.attribute) == ["ids"])
        #expect(change.faults(together: []).map(\.attribute) == ["ids"])
        #expect(change.faults(together: [1, 1]).map(\.attribute) == ["ids"])
        #expect(change.faults(together: [0]).map(\.attribute) == ["ids"])
        var single = change
        single.quantity = 1
        single.remoteID = 5
        single.seats = [.init(1)]
        #expect(single.faults(together: [1]).map(\.attribute) == ["quantity", "remote_id", "seats"])
    }

    @Test func wordsAreReadWhateverTheirCase() {
        #expect(TicketFormat(caseless: "ETICKET") == .eticket)
        #expect(TicketFormat(caseless: "tm_mobile") == .mobile)
        #expect(ViewType(caseless: "FULL") == .full)
        #expect(SplitType(caseless: "custom") == .custom)
        #expect(ListingType(caseless: "seat") == nil)
    }

    private func names(_ change: InventoryChange) -> [String] { change.faults().map(\.attribute) }
}
