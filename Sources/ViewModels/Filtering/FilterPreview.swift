import Model

/// What a filter would find, while its line is being typed.
package struct FilterPreview: Sendable, Hashable {
    /// The list that it narrows.
    package var base: ListQuery
    package var vocabulary = FilterVocabulary()
    /// The list that is being counted, or was; nil while the line says nothing that could be.
    var asked: ListQuery?
    /// How many purchases it holds; nil while they are counted.
    package var found: Int?
}

extension InputLine {
    /// The line for a list's filter, with what it is narrowed to now.
    init(filtering query: ListQuery) {
        var line = query.line
        // The tab goes without saying; a filter of another state is typed.
        line.terms.removeAll { $0 == FilterTerm(.state([query.filter])) }
        let text = line.description
        self.init(.filter, text: text.isEmpty ? "" : text + " ")
        preview = FilterPreview(base: query)
    }

    /// What stands at the right of the line: `412 match`, `counting…`; nil where there is nothing to say.
    package var previewWords: String? {
        guard let preview, preview.asked != nil else { return nil }
        return preview.found.map { $0 == 1 ? "1 match" : "\(short($0)) match" } ?? "counting…"
    }

    /// What can come next, or what is wrong; nil where no filter is typed.
    package var hint: String? {
        guard purpose == .filter else { return nil }
        return problem ?? completion.hint
    }

    private var completion: FilterCompletion {
        FilterCompletion(
            entry.text, caret: entry.cursor, vocabulary: preview?.vocabulary ?? FilterVocabulary())
    }

    mutating func completeFilter() {
        guard let completed = completion.completed else { return }
        entry = TextEntry(completed.text)
        entry.end()
        while entry.cursor > completed.caret { entry.left() }
    }

    mutating func acceptFilter() -> Outcome {
        do {
            return Outcome(moves: [.leaveForList, .narrow(try ListFilter(parsing: entry.text))])
        } catch {
            problem = error.sentence
            return .nothing
        }
    }

    /// Asks how many the line would find, where it says something that could be.
    mutating func showPreview(in surroundings: Surroundings) -> Outcome {
        guard purpose == .filter, var preview else { return .nothing }
        let filter = try? ListFilter(parsing: entry.text)
        let query = filter.map { preview.base.narrowed(to: $0, asOf: surroundings.clock.asOf) }
        guard query != preview.asked else { return .nothing }
        preview.asked = query
        preview.found = nil
        self.preview = preview
        return query.map { .cache(.total($0)) } ?? .nothing
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        guard purpose == .filter else { return [] }
        preview?.asked = nil
        return [.cache(.vocabulary)] + showPreview(in: surroundings).effects
    }

    mutating func receivePreview(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        switch answer {
        case .vocabulary(let vocabulary):
            preview?.vocabulary = vocabulary
            guard completesWhenKnown else { break }
            completesWhenKnown = false
            completeFilter()
            return showPreview(in: surroundings)
        case .total(let query, let number) where query == preview?.asked: preview?.found = number
        default: break
        }
        return .nothing
    }
}
