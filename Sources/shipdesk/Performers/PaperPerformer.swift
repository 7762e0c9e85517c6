import Cache
import Dispatch
import Model
import Screens
import Services
import ViewModels

/// Prints slips and pick lists, or writes them to files, on a queue of its own.
final class PaperPerformer: Sendable {
    private let cache: Cache
    private let paper: Paper
    private let author: Author
    private let storeNames: [StoreID: String]
    private let queue = DispatchQueue(label: "shipdesk.paper", qos: .userInitiated)

    init(cache: Cache, paper: Paper, author: Author, stores: [Store]) {
        self.cache = cache
        self.paper = paper
        self.author = author
        storeNames = stores.reduce(into: [:]) { $0[$1.id] = $1.name }
    }

    @MainActor
    func perform(_ effect: PaperEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void) {
        queue.async { @Sendable [self] in
            let answer = answer(effect)
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
    }

    private func answer(_ effect: PaperEffect) -> Answer {
        do {
            switch effect {
            case .slips(let keys, let order, let isReversed, let way):
                return try slips(keys, order, isReversed, way)
            case .pickList(let list, let way):
                let text = pickText(list, stores: storeNames, station: author.station, clock: .station)
                return .paper(try deliver(text, "Pick list", way))
            }
        } catch let error as PaperError {
            return .failed(error.sentence)
        } catch let error as CacheError {
            return .failed(error.sentence)
        } catch {
            return .failed("Nothing was printed.")
        }
    }

    private func slips(
        _ keys: [PurchaseKey], _ order: ListQuery, _ isReversed: Bool, _ way: PaperWay
    ) throws -> Answer {
        let pile = try cache.read { reader in
            SlipPile(
                try reader.sorted(keys, as: order).compactMap { try reader.detail($0) }.map { SlipJob($0) })
        }
        guard !pile.jobs.isEmpty else {
            return .failed("No slip was printed: \(pile.leftOut.joined(separator: "; ")).")
        }
        let text = pile.text(isReversed: isReversed, station: author.station, clock: .station)
        let count = pile.jobs.count
        let words = try deliver(text, count == 1 ? "1 packing slip" : "\(count) packing slips", way)
        return .paper(
            words + (pile.leftOut.isEmpty ? "" : " Left out: \(pile.leftOut.joined(separator: "; "))."))
    }

    /// - Returns: what came of it, for people.
    private func deliver(_ text: String, _ what: String, _ way: PaperWay) throws -> String {
        switch way {
        case .file(let path):
            try paper.write(text, to: path)
            return "\(what) written to \(path)."
        case .pdf(let path):
            try paper.writePDF(text, to: path)
            return "\(what) written to \(path)."
        case .printer(let printer):
            let request = try paper.printOut(text, title: "shipdesk", printer: printer)
            return "\(what) printed" + (request.isEmpty ? "." : ": \(request).")
        }
    }
}
