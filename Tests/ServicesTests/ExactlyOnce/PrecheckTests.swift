import Model
import Services
import Testing

@Suite("Precheck")
struct PrecheckTests {
    private let store = Store(
        id: StoreID(1), name: "s",
        identity: StoreIdentity(api: .runsignupTicketStore, baseURL: "x", place: "1"))

    private func check(
        _ mark: Mark, _ purchase: Purchase = Sample.purchase(), others: [Mark] = [],
        claimed: Set<EntryKey> = [],
        hold: Hold? = nil, isGone: Bool = false
    ) -> Precheck {
        let marks = (others + [mark]).sorted { $0.id < $1.id }
        let figures = Figures(purchase, marks: marks, isGone: isGone)
        let detail = PurchaseDetail(
            store: store, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks), marks: marks, hold: hold,
            isGone: isGone)
        return Precheck(mark, in: detail, claimed: claimed)
    }

    private func queued(_ id: Int64 = 5, quantity: Int = 1, _ change: (inout Mark) -> Void = { _ in }) -> Mark
    {
        Sample.mark(id, quantity: quantity, state: .queued, change)
    }

    private func isConflict(_ check: Precheck) -> Bool {
        if case .conflict = check { true } else { false }
    }

    @Test("An undisturbed mark leaves")
    func fine() { #expect(check(queued()) == .send) }

    @Test("A purchase that is gone or cleared is a conflict")
    func gone() {
        #expect(isConflict(check(queued(), isGone: true)))
        var cleared = Sample.purchase()
        cleared.isCleared = true
        #expect(isConflict(check(queued(), cleared)))
    }

    @Test("More than is safe is a conflict; a cancellation makes it so")
    func safe() {
        #expect(check(queued(quantity: 3)) == .send)
        var cancelled = Sample.purchase()
        cancelled.cancelled = [CancelledItem(num: 1, kind: ItemKind(itemID: 11), quantity: 1, at: 3_000)]
        #expect(isConflict(check(queued(quantity: 3), cancelled)))
        #expect(check(queued(quantity: 2), cancelled) == .send)
    }

    @Test("A held purchase is a conflict for a shipment and not for an undo")
    func held() {
        let hold = Hold(reason: "fragile", author: Sample.author, at: 1)
        #expect(isConflict(check(queued(), hold: hold)))
        let purchase = Sample.purchase(ledger: [(1, 1, nil)])
        let known = Set(purchase.entries(of: 1))
        #expect(check(queued(quantity: -1), purchase, claimed: known, hold: hold) == .send)
    }

    @Test("A changed address stops a shipment and not a hand-over")
    func address() {
        var moved = Sample.purchase()
        moved.address?.city = "Elsewhere"
        #expect(isConflict(check(queued(), moved)))
        #expect(
            check(
                queued {
                    $0.verb = .handOver; $0.address = nil
                }, moved) == .send)
    }

    @Test("A foreign entry since the mark is a conflict; one that was seen is not, nor one of another item")
    func foreign() {
        let purchase = Sample.purchase(ledger: [(1, 1, "OTHER")])
        #expect(isConflict(check(queued(), purchase)))
        #expect(check(queued { $0.basis.entries = purchase.entries(of: 1) }, purchase) == .send)
        #expect(check(queued(), Sample.purchase(ledger: [(2, 1, nil)])) == .send)
    }

    @Test("Our own marks never make a conflict")
    func own() {
        let purchase = Sample.purchase(ledger: [(1, 2, nil)])
        let claimed = Sample.mark(1, quantity: 2, state: .confirmed) {
            $0.claimed = purchase.entries(of: 1)[0]
        }
        let later = Sample.mark(9, quantity: 1, state: .queued)
        #expect(
            check(queued(), purchase, others: [claimed, later], claimed: Set(purchase.entries(of: 1)))
                == .send)
    }

    @Test("A mark waits until an earlier one of its item is listed")
    func waits() {
        let earlier = Sample.mark(1, state: .confirmed)
        #expect(check(queued(), others: [earlier]) == .wait)
        let told = Sample.mark(1, state: .confirmed) { $0.unlistedReads = 2 }
        #expect(check(queued(), others: [told]) == .send)
    }

    @Test("An undo takes back no more than is there")
    func undo() {
        let purchase = Sample.purchase(ledger: [(1, 1, nil)])
        let known = Set(purchase.entries(of: 1))
        #expect(check(queued(quantity: -1), purchase, claimed: known) == .send)
        #expect(isConflict(check(queued(quantity: -2), purchase, claimed: known)))
        let other = Sample.mark(2, quantity: -1, state: .unknown)
        #expect(isConflict(check(queued(quantity: -1), purchase, others: [other], claimed: known)))
    }
}
