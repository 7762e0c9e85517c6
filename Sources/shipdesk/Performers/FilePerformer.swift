import Cache
import Dispatch
import Model
import Screens
import Services
import ViewModels

/// Reads and writes files for the dashboard, one after the other on a queue of its own: a disk may be slow,
/// and no key waits for it.
final class FilePerformer: Sendable {
    private let cache: Cache
    private let stores: [Store]
    private let labels: LabelFile
    private let queue = DispatchQueue(label: "shipdesk.files", qos: .userInitiated)

    init(cache: Cache, stores: [Store], labels: LabelFile) {
        self.cache = cache
        self.labels = labels
        self.stores = stores
    }

    @MainActor
    func perform(_ effect: FileEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void) {
        queue.async { @Sendable [self] in
            let answer = answer(effect, now: ServiceClock.system.now())
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
    }

    private func answer(_ effect: FileEffect, now: Int64) -> Answer {
        switch effect {
        case .preview(let path, let author):
            return importing(path) { file in
                .importPreview(path, try importer.dryRun(file, by: author, now: now))
            }
        case .importFile(let path, let fingerprint, let again, let author):
            return importing(path) { file in
                guard file.fingerprint == fingerprint else {
                    throw Stop(.badData, "The file has changed since it was looked at; look again.")
                }
                return .imported(path, try importer.run(file, again: again, by: author, now: now))
            }
        case .export(let order):
            return writing(order.path) {
                .exported(try PurchaseExport(order, cache: cache, stores: stores).write())
            }
        case .report(let order): return writing(order.path) { try report(order) }
        case .label(let key):
            return writing("The label") {
                guard let detail = try cache.read({ try $0.detail(key) }) else {
                    throw Stop(.badData, Refusal.unknownPurchase(key.purchase).sentence)
                }
                return .wrote(try labels.bring(detail, to: nil))
            }
        case .lookAtLabel(let path): return .labelSeen(path, look(at: path))
        case .complete(let path): return .paths(path, FilePath(path).continuations())
        }
    }

    private func look(at path: String) -> LabelSight {
        do throws(AttributeFault) {
            return .pdf(size: try LabelShelf.look(at: FilePath(path).path, called: path).sizeText)
        } catch {
            return .unfit(error.words)
        }
    }

    private var importer: Importer { Importer(cache: cache, stores: stores.map(\.id)) }

    private func importing(_ path: String, _ body: (ImportFile) throws -> Answer) -> Answer {
        do {
            return try body(try ImportFile.read(path))
        } catch let problem as ImportProblem {
            return .importFailed(path, problem.words)
        } catch let stop as Stop {
            return .importFailed(path, stop.sentences.joined(separator: " "))
        } catch let error as CacheError {
            return .importFailed(path, error.sentence)
        } catch {
            return .importFailed(path, "The outbox cannot be written; nothing was marked.")
        }
    }

    private func report(_ order: ReportOrder) throws -> Answer {
        let file = try OutputFile(order.path, replacer: "report!")
        let account = try cache.read { try $0.account(of: stores, on: nil, clock: order.clock) }
        try file.write(dayText(account, station: order.station, clock: order.clock))
        try file.finish(replacing: order.replaces)
        return .wrote("The day is written to \(order.path).")
    }

    private func writing(_ path: String, _ body: () throws -> Answer) -> Answer {
        do {
            return try body()
        } catch let stop as Stop {
            return .notExported(stop.sentences.joined(separator: " "))
        } catch let error as CacheError {
            return .notExported(error.sentence)
        } catch {
            return .notExported("\(path) cannot be written.")
        }
    }
}
