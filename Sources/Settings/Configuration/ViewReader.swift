import Model

/// Reads `views:`, tabs of one's own: each a name, a filter, and perhaps a sort.
struct ViewReader {
    let findings: Findings

    func all(in section: Section<ConfigurationKey>) -> [SavedView] {
        guard let value = section.value(.views) else { return [] }
        guard let list = value.list else {
            section.note("`views` must be a list, each with `name` and `filter`.", at: .views)
            return []
        }
        var views: [SavedView] = []
        for value in list {
            guard let view = view(value) else { continue }
            if views.contains(where: { $0.name == view.name }) {
                findings.add("There are two views named `\(view.name)`; rename one.", line: value.line)
            }
            views.append(view)
        }
        return views
    }

    private func view(_ value: YAMLValue) -> SavedView? {
        guard let section = Section<ViewKey>(value, called: "A view", findings) else { return nil }
        section.demand(.name, "it stands on the tab")
        section.demand(.filter, "such as `state:to-ship country:DE`")
        let name = section.text(.name)
        if let name, let why = SavedView.whyNoName(name) { section.note(why, at: .name) }
        let filter = section.text(.filter).flatMap { parsed($0, section) }
        let sort = section.has(.sort) ? order(section) : ListSort()
        guard let name, let filter, let sort else { return nil }
        return SavedView(name: name, filter: filter, sort: sort)
    }

    private func parsed(_ text: String, _ section: Section<ViewKey>) -> ListFilter? {
        do {
            let filter = try ListFilter(parsing: text)
            if filter.isEmpty { section.note("`filter` must name something to filter by.", at: .filter) }
            return filter.isEmpty ? nil : filter
        } catch {
            section.note("`filter`: \(error.sentence)", at: .filter)
            return nil
        }
    }

    private func order(_ section: Section<ViewKey>) -> ListSort? {
        guard let text = section.text(.sort) else { return nil }
        if let sort = ListSort(written: text) { return sort }
        let columns = ListSort.Column.allCases.map(\.rawValue).joined(separator: ", ")
        section.note("`sort` must be one of \(columns), with a - before it the other way round.", at: .sort)
        return nil
    }
}
