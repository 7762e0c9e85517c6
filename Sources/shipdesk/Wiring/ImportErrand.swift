import ArgumentParser
import Model
import Services
import ViewModels

/// `shipdesk import`: takes a file, waits until its marks took effect, and says what became of every row.
struct ImportErrand {
    let errand: MarkErrand
    /// The path as it was typed.
    let typed: String
    let dryRun: Bool
    let again: Bool
    private var bench: Bench { errand.bench }

    func run() async throws {
        let file = try ImportFile.read(typed)
        let sheet = try checked(file)
        let isOffline = try await lookUp(sheet)
        if dryRun { return try tellDryRun(try importer.dryRun(file, by: bench.author, now: now)) }
        let report = try await take(file, isOffline: isOffline)
        if !report.bad.isEmpty { throw ExitStatus.badData.code }
    }

    private var importer: Importer { Importer(cache: bench.cache, stores: bench.stores.map(\.store.id)) }
    private var now: Int64 { ServiceClock.system.now() }

    private func checked(_ file: ImportFile) throws -> ImportSheet {
        do {
            return try ImportSheet(file.bytes)
        } catch {
            throw Stop(.badData, "\(typed): \(error.words)")
        }
    }

    /// Purchases that the cache does not know may be new: the stores are read once.
    /// - Returns: whether a store could not be.
    private func lookUp(_ sheet: ImportSheet) async throws -> Bool {
        do {
            try await Lookup(bench: bench).readStores(unlessKnown: sheet.rows.map(\.purchase))
            return false
        } catch let stop as Stop where stop.status == .unreachable {
            stop.sentences.forEach(Console.tell)
            return true
        }
    }

    private func take(_ file: ImportFile, isOffline: Bool) async throws -> ImportReport {
        var report = ImportReport(file: file.name, fingerprint: file.fingerprint)
        do {
            try await errand.seeThrough(rows: { report.rows.map(ImportRowJSON.init) }) {
                report = try importer.run(file, again: again, by: bench.author, now: now)
                if let earlier = report.earlier, !again { throw stop(earlier) }
                tell(report)
                return report.accepted ?? Accepted(action: ActionID(0), marks: [])
            }
        } catch is ExitCode where !report.bad.isEmpty {
            // A file that has to be mended is said first; what was accepted has been told already.
        }
        if report.accepted == nil, isOffline { throw ExitStatus.unreachable.code }
        return report
    }

    private func stop(_ earlier: EarlierImport) -> Stop {
        Stop(.badData, words(earlier), "Nothing was accepted; --again imports it once more.")
    }

    private func words(_ earlier: EarlierImport) -> String {
        let when = Clock.station.moment(of: earlier.at / 1_000)
        let who = "\(earlier.author.person) at \(earlier.author.station)"
        return "\(typed): the same contents were imported \(when) by \(who), as action \(earlier.action)."
    }

    private func tellDryRun(_ report: ImportReport) throws {
        if errand.waiting.json {
            let rows = report.rows.map(ImportRowJSON.init)
            Console.result(try jsonLine(EntriesJSON(entries: [], rows: rows)))
        } else {
            for row in report.good {
                let parcel = row.tracking.map { ", tracking \(TrackingReading.named($0))" } ?? ""
                let id = row.key?.purchase.text ?? row.purchase
                Console.say("line \(row.line): would ship \(row.contents) of purchase \(id)\(parcel)")
            }
        }
        tell(report)
        if let earlier = report.earlier { Console.tell(words(earlier)) }
        Console.tell("A dry run: nothing was accepted.")
        if !report.bad.isEmpty || (report.earlier != nil && !again) { throw ExitStatus.badData.code }
    }

    /// What a person has to know of the rows, on stderr.
    private func tell(_ report: ImportReport) {
        for row in report.rows {
            let place = "\(typed):\(row.line): "
            if let problem = row.problem { Console.tell(place + problem) }
            for warning in row.warnings { Console.tell(place + "purchase \(row.purchase): " + warning) }
        }
        if !report.ignored.isEmpty {
            let names = report.ignored.map { "`\($0)`" }.joined(separator: ", ")
            Console.tell("\(typed): columns left out: \(names).")
        }
        Console.tell("\(typed): \(report.summary).")
    }
}
