import Model
import Synchronization

/// What others do to the store while a client works: packers elsewhere, customers, the office.
extension TicketStore {
    /// Puts in a purchase made to measure, in the place of any that has its id.
    package func put(_ purchase: Purchase) {
        guard let number = purchase.id.number else { return }
        state.withLock { state in
            state.put[Int(number)] = purchase
            state.changes[Int(number)] = nil
            state.listing = nil
        }
    }

    /// Somebody else ships or takes back: an entry that no request of the client's wrote.
    package func shipElsewhere(_ id: Int, item: Int, quantity: Int, tracking: String? = nil) {
        let fulfillment = Fulfillment(item: item, at: clock.now, quantity: quantity, tracking: tracking)
        append([WrittenEntry(purchase: id, fulfillment: fulfillment)])
    }

    /// The office cancels a quantity of a line; with money back unless told otherwise.
    package func cancel(_ id: Int, item num: Int, quantity: Int, refundInCents: Int? = nil) {
        guard let purchase = purchase(id), let item = purchase.item(num) else { return }
        let now = clock.now
        let cancelled = CancelledItem(
            num: (purchase.cancelled.map(\.num).max() ?? 0) + 1, kind: item.kind, quantity: quantity, at: now)
        change(id) { change in
            change.cancelled.append(cancelled)
            if let refundInCents {
                let number = Int64(id) * 1000 + Int64(purchase.refunds.count)
                change.refunds.append(Refund(id: number, amountInCents: refundInCents, at: now))
            }
        }
    }

    /// The customer clears the order, or the store lists it again.
    package func clear(_ id: Int, _ isCleared: Bool = true) {
        change(id) { $0.isCleared = isCleared }
        state.withLock { $0.listing = nil }
    }

    /// The customer enters another address, or takes it away.
    package func readdress(_ id: Int, to address: ShippingAddress?) {
        change(id) { $0.address = .some(address) }
    }

    /// Shows every entry that a fault kept from reads.
    package func revealEntries() {
        state.withLock { state in
            for id in state.changes.keys {
                for place in state.changes[id, default: Change()].entries.indices {
                    state.changes[id]?.entries[place].hiddenUntil = nil
                }
            }
        }
    }

    func append(_ entries: [WrittenEntry]) {
        let now = clock.now
        state.withLock { state in
            state.written += entries
            for entry in entries {
                state.changes[entry.purchase, default: Change()].entries.append(entry)
                if behaviour.movesLastModified {
                    state.changes[entry.purchase]?.lastModified = now
                }
            }
        }
    }

    private func change(_ id: Int, _ edit: (inout Change) -> Void) {
        let now = clock.now
        state.withLock { state in
            edit(&state.changes[id, default: Change()])
            state.changes[id]?.lastModified = now
        }
    }
}
