import Model

/// What can be typed after `:` about the list.
enum ListOrder: Sendable, Hashable {
    case page(Int)
    case filter(ListFilter)
    case sort(ListSort)
    case markAlike(sameVariant: Bool)
    case view(SavedView)
    case saveView(String)
    case dropView(String)

    /// Nil for what is no order about the list.
    static func parse(_ text: String, in surroundings: Surroundings) -> Result<ListOrder, CommandProblem>? {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = words.first else { return nil }
        let rest = words.count > 1 ? TextEntry.trim(words[1]) : ""
        switch first {
        case "filter": return filter(rest)
        case "sort": return sort(rest)
        case "mark": return mark(rest)
        case "view": return view(rest, in: surroundings)
        case "page": return page(rest)
        default: return first.allSatisfy(\.isNumber) && rest.isEmpty ? page(first) : nil
        }
    }

    private static func page(_ text: String) -> Result<ListOrder, CommandProblem> {
        guard let number = Int(text), number > 0 else {
            return .failure(.other("page takes a number, as in :page 12 or :12."))
        }
        return .success(.page(number))
    }

    private static func filter(_ text: String) -> Result<ListOrder, CommandProblem> {
        do {
            return .success(.filter(try ListFilter(parsing: text)))
        } catch {
            return .failure(.other(error.sentence))
        }
    }

    private static func sort(_ text: String) -> Result<ListOrder, CommandProblem> {
        ListSort(written: text).map { .success(.sort($0)) }
            ?? .failure(
                .noSuch("column to sort by", text, there: ListSort.Column.allCases.map(\.rawValue)))
    }

    private static func mark(_ text: String) -> Result<ListOrder, CommandProblem> {
        switch text {
        case "item": .success(.markAlike(sameVariant: false))
        case "variant": .success(.markAlike(sameVariant: true))
        default: .failure(.other("mark takes item or variant: those like the purchase under the cursor."))
        }
    }

    private static func view(
        _ text: String, in surroundings: Surroundings
    ) -> Result<ListOrder, CommandProblem> {
        let words = text.split(separator: " ").map(String.init)
        if words.count == 2, words[0] == "save" {
            if let why = SavedView.whyNoName(words[1]) { return .failure(.other(why)) }
            guard !surroundings.configuredViews.contains(where: { $0.name == words[1] }) else {
                return .failure(.other("The configuration has a view \(words[1]); take another name."))
            }
            return .success(.saveView(words[1]))
        }
        if words.count == 2, words[0] == "drop" { return drop(words[1], in: surroundings) }
        if let view = surroundings.views.first(where: { $0.name == text }) { return .success(.view(view)) }
        let there = surroundings.views.map(\.name) + ["save NAME", "drop NAME"]
        return .failure(.noSuch("view", text, there: there))
    }

    private static func drop(
        _ name: String, in surroundings: Surroundings
    ) -> Result<ListOrder, CommandProblem> {
        if surroundings.configuredViews.contains(where: { $0.name == name }) {
            return .failure(.other("The view \(name) stands in the configuration; take it out there."))
        }
        return surroundings.savedViews.contains { $0.name == name }
            ? .success(.dropView(name))
            : .failure(.noSuch("saved view", name, there: surroundings.savedViews.map(\.name)))
    }
}

extension Desk {
    mutating func perform(_ order: ListOrder) -> Outcome {
        switch order {
        case .page(let number): return list.go(toPage: number, in: surroundings)
        case .filter(let filter): return list.narrow(to: filter, in: surroundings)
        case .sort(let sort): return list.show(sort: sort, in: surroundings)
        case .markAlike(let sameVariant): return list.markAlike(sameVariant: sameVariant)
        case .view(let view): return list.show(.view(view), in: surroundings)
        case .saveView(let name):
            let query = list.query
            guard query.isNarrowed else {
                return .say(.warning, "This list is a tab already; narrow it first, then save it.")
            }
            let view = SavedView(name: name, filter: query.line, sort: query.sort)
            return Outcome(effects: [.views(.save(view))])
        case .dropView(let name): return Outcome(effects: [.views(.drop(name))])
        }
    }
}
