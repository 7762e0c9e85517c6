import APIs
import Cache
import Model

@testable import Services

/// The passes of a leading process: ``SyncPass`` and ``PassBook`` over the world's wire.
final class Passes {
    private let driver: Driver
    private var box: Box { driver.box }
    private var world: World { driver.world }
    private var run: (pass: SyncPass, reading: PassBook.Reading)?
    private var arrivals: [Int: PassBook.Page] = [:]
    /// World milliseconds.
    private var started: [Int: Int64] = [:]
    private var number = 0
    /// Where the pages of a race's list begin; it goes with the process.
    private let chain = PageChain<RaceStoreCursor>()

    init(of driver: Driver) { self.driver = driver }

    /// Begins what is due, or waits for it.
    func look() throws {
        guard driver.isAlive, run == nil else { return }
        let due = try box.book.due(now: box.now / 1_000)
        let wait = due.at * 1_000 - box.now
        if wait > 0 { return world.after(min(wait, 30_000)) { [self] in try look() } }
        try begin(due.kind)
    }

    private func begin(_ kind: SyncPass.Kind) throws {
        do {
            var progress = try box.durably { try box.book.begin(kind, now: box.now) }
            if world.isRace, progress.nextPage > 1, !chain.reaches(progress.nextPage) {
                try box.book.abandon()
                progress = try box.durably { try box.book.begin(kind, now: box.now) }
            }
            if driver.isKilled(at: "a pass begins") { return }
            number += 1
            arrivals = [:]
            var pass = SyncPass(from: progress.nextPage, width: world.isRace ? 1 : 2)
            let effects = pass.start()
            run = (pass, PassBook.Reading(progress: progress))
            try perform(effects)
        } catch { breakOff() }
    }

    private func perform(_ first: [SyncPass.Effect]) throws {
        var effects = first
        while driver.isAlive, let current = run, !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let page): fetch(page, since: current.reading.progress.since)
            case .store(let page): effects += try store(page)
            case .finish:
                do { try box.durably { try box.book.finish(current.reading.progress, now: box.now) } } catch {
                    return breakOff()
                }
                if driver.isKilled(at: "a pass ends") { return }
                run = nil
                world.after(1_000) { [self] in try look() }
            case .fail(let words):
                world.tell("\(box): \(words)")
                try box.book.abandon()
                breakOff()
            }
        }
    }

    private func store(_ page: Int) throws -> [SyncPass.Effect] {
        guard var current = run, let arrival = arrivals.removeValue(forKey: page) else { return [] }
        do {
            let kept = try box.durably { try box.book.keep(arrival, in: &current.reading, now: box.now) }
            try box.noteRead(arrival.content, began: arrival.began, really: started[page] ?? world.now)
            try world.mutation?.afterAbsorbing(box)
            if driver.isKilled(at: "a page is kept") { return [] }
            let effects = current.pass.stored(page: page, rows: kept.rows, newInPass: kept.newInPass)
            run = current
            try box.ring()
            return effects
        } catch {
            breakOff()
            return []
        }
    }

    private func fetch(_ page: Int, since: Int64?) {
        let (mine, began, really) = (number, box.now, world.now)
        world.readPage(page, since: since, chain, by: box) { [self] answer in
            guard driver.isAlive, mine == number, run != nil else { return }
            guard let content = answer.value else { return breakOff() }
            started[page] = really
            arrivals[page] = PassBook.Page(
                number: page, content: content, began: world.mutation == .readsByTheirEnd ? box.now : began,
                serverTime: answer.serverTime)
            try perform(run?.pass.arrived(page: page) ?? [])
        }
    }

    private func breakOff() {
        run = nil
        number += 1
        world.after(world.chance.time(1_000...20_000)) { [self] in try look() }
    }
}
