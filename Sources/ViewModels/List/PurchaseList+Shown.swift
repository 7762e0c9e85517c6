import Model

extension PurchaseList {
    /// The tabs with their counts: the five states that matter most, saved views, the others.
    package var tabs: [ListTab] {
        let own = views.first { shows($0) }
        let subjects =
            StateFilter.firstTabs.map(ListTab.Subject.state) + views.map(ListTab.Subject.view)
            + StateFilter.lastTabs.map(ListTab.Subject.state)
        return subjects.enumerated().map { index, subject in
            let chord = index < 9 ? Chord(String(index + 1)) : nil
            switch subject {
            case .state(let filter):
                return ListTab(
                    chord: chord, subject: subject, count: counts[filter],
                    isSelected: own == nil && filter == query.filter)
            case .view(let view):
                return ListTab(
                    chord: chord, subject: subject, count: viewCounts[view.name], isSelected: view == own)
            }
        }
    }

    /// The list is what the view says, however it is sorted.
    private func shows(_ view: SavedView) -> Bool {
        guard isNarrowed else { return false }
        let wanted = view.query(of: query.store, asOf: query.asOf)
        return wanted.filter == query.filter && wanted.conditions == query.conditions
            && wanted.search == query.search
    }

    /// `page 3 of 25`, `page 3` or `counting…`.
    package func pageWords(_ layout: Layout) -> String {
        guard let offset else { return "counting…" }
        let size = layout.listRows
        let page = max(1, (offset + rows.count + size - 1) / size)
        guard let total else { return "page \(short(page)), counting…" }
        return "page \(short(page)) of \(short(max(page, (total + size - 1) / size)))"
    }

    /// `2 marked (4 items)`, and how many of them are out of sight; nil without marks.
    package var markWords: String? {
        guard !marks.isEmpty else { return nil }
        if pending.looksAtMarks, marks.count >= 1000 { return "looking at \(grouped(marks.count)) marked…" }
        let hidden = hiddenMarks.map { $0 > 0 ? ", \(grouped($0)) out of sight" : "" } ?? ""
        return "\(grouped(marks.count)) marked (\(counted(marks.itemCount, "item")))\(hidden)"
    }

    /// How many a range holds that is being stretched, and how it ends; nil without one.
    package func rangeWords(_ keymap: Keymap) -> String? {
        guard range != nil, let mark = keymap.chords(of: ListIntent.range).first else { return nil }
        let place = range?.place.flatMap { place in offset.map { abs(place - $0 - cursor) + 1 } }
        let number = place ?? rows.indices.count { isInRange($0) }
        let end = keymap.chords(of: ListIntent.leaveSearch).first.map { ", \($0.label) ends it" } ?? ""
        return "range of \(short(number)): \(mark.label) marks it\(end)"
    }

    /// Whether the row at this index of `rows` is inside the range that `v` began.
    package func isInRange(_ index: Int) -> Bool {
        guard let range else { return false }
        if let place = range.place, let offset {
            return (min(place, offset + cursor)...max(place, offset + cursor)).contains(offset + index)
        }
        guard let start = rows.firstIndex(where: { $0.key == range.start.key }) else { return false }
        return (min(start, cursor)...max(start, cursor)).contains(index)
    }

    /// `oldest first`.
    package var sortWords: String { query.sort.words }
}

extension ListSort {
    /// `oldest first`.
    package var words: String {
        switch column {
        case .date: descending ? "newest first" : "oldest first"
        case .id: descending ? "highest id first" : "lowest id first"
        case .purchaser: descending ? "purchaser Z to A" : "purchaser A to Z"
        case .contents: descending ? "most items first" : "fewest items first"
        case .country: descending ? "country Z to A" : "country A to Z"
        case .city: descending ? "city Z to A" : "city A to Z"
        case .state: descending ? "held first, to ship last" : "to ship first, held last"
        }
    }
}
