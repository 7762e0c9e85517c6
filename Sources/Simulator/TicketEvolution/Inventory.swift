import Model
import Synchronization

/// The state of the simulated office: an invented inventory, and what happened since. Values are absolute; a
/// change that is sent again changes nothing more. Tests read the truth here.
package final class Inventory: Sendable {
    package static let firstID = 800_001
    static let firstRemoteID = 40_001

    package let world: World
    private let state = Mutex(State())

    private struct State {
        var listings: [Int: Listing] = [:]
        /// What reads still show, and until when.
        var hidden: [Int: (listing: Listing, until: ContinuousClock.Instant)] = [:]
        var written: [WrittenListing] = []
    }

    init(world: World) { self.world = world }

    // MARK: Truth

    /// As it is; nil where there is none, or where it is not mapped.
    package func listing(_ id: Int) -> Listing? {
        state.withLock { $0.listings[id] } ?? begun(id - Self.firstID)
    }

    /// Every mapped listing's id, in the order of the list.
    package var listingIDs: [Int] { rows.compactMap(\.id) }

    /// Every change since the start, in order, whoever made it.
    package var written: [WrittenListing] { state.withLock { $0.written } }

    // MARK: What others do

    /// Puts in a listing made to measure, in the place of any that has its id.
    package func put(_ listing: Listing) { state.withLock { $0.listings[listing.id] = listing } }

    /// Somebody else changes a listing.
    package func change(_ id: Int, _ edit: (inout Listing) -> Void) {
        guard var listing = listing(id) else { return }
        edit(&listing)
        write([listing], by: nil)
    }

    /// Shows every change that a fault kept from reads.
    package func reveal() { state.withLock { $0.hidden = [:] } }

    // MARK: As the endpoints do

    /// Id, remote id and event of every listing, by remote id; the id is nil where it is not mapped.
    var rows: [(id: Int?, remoteID: Int, eventID: Int?)] {
        let put = state.withLock { $0.listings }
        var rows = (0..<world.count).map { index in
            let id = Self.firstID + index
            let isMapped = Self.isMapped(index)
            return (
                id: isMapped ? id : nil, remoteID: put[id]?.remoteID ?? Self.firstRemoteID + index * 3,
                eventID: isMapped ? Self.event(index) : nil
            )
        }
        let known = Self.firstID..<Self.firstID + world.count
        rows += put.values.filter { !known.contains($0.id) }.map { ($0.id, $0.remoteID, $0.eventID) }
        return rows.sorted { $0.remoteID < $1.remoteID }
    }

    func read(_ id: Int) -> Listing? {
        let old = state.withLock { $0.hidden[id] }
        if let old, old.until > .now { return old.listing }
        return listing(id)
    }

    /// - Parameter number: the request's, as the recorder counts; nil where somebody else did.
    func write(_ listings: [Listing], by number: Int?, hiddenFor hidden: Duration? = nil) {
        let before = listings.compactMap { listing($0.id) }
        state.withLock { state in
            if let hidden {
                for old in before { state.hidden[old.id] = (old, ContinuousClock.now + hidden) }
            }
            for listing in listings {
                state.listings[listing.id] = listing
                state.written.append(WrittenListing(listing: listing, request: number))
            }
        }
    }

    private static func isMapped(_ index: Int) -> Bool { index % 9 != 4 }
    private static func event(_ index: Int) -> Int { 70 + index % 5 }

    private func begun(_ index: Int) -> Listing? {
        guard index >= 0, index < world.count, Self.isMapped(index) else { return nil }
        var chance = Chance(seed: world.seed, index: index, stream: .basket)
        let first = chance.within(1...24)
        let seats = Array(first..<first + chance.pick([1, 2, 2, 4, 6]))
        var listing = Listing(
            id: Self.firstID + index, remoteID: Self.firstRemoteID + index * 3, eventID: Self.event(index),
            seats: seats)
        listing.event = StagedEvent(number: index % 5, startedAt: world.startedAt)
        listing.values["section"] = .text(String(100 + chance.below(30)))
        listing.values["row"] = .text(chance.fill("@"))
        listing.values["price"] = .number(Double(chance.within(40...400)))
        listing.values["format"] = .text(chance.pick(TicketFormat.allCases).rawValue)
        if chance.happens(permille: 550) {
            listing.values["in_hand"] = .flag(false)
            let day = Int(world.startedAt / 86_400) + chance.within(2...60)
            listing.values["in_hand_on"] = .text(PlainDate(dayNumber: day)?.description ?? "2030-01-01")
        }
        return listing
    }
}

/// One change of a listing, and the request that brought it.
package struct WrittenListing: Sendable {
    /// As it was afterwards.
    package var listing: Listing
    /// As numbered by the recorder; nil where somebody else did.
    package var request: Int?
}
