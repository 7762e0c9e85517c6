import Model

extension PurchaseList {
    /// The tabs with their counts.
    package var tabs: [ListTab] {
        StateFilter.tabs.enumerated().map { index, filter in
            ListTab(
                chord: Chord(String(index + 1)), filter: filter, title: filter.title, count: counts[filter],
                isSelected: filter == query.filter)
        }
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
        let hidden = hiddenMarks.map { $0 > 0 ? ", \($0) out of sight" : "" } ?? ""
        return "\(marks.count) marked (\(counted(marks.itemCount, "item")))\(hidden)"
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

    /// `date, oldest first`.
    package var sortWords: String {
        let sort = query.sort
        return switch sort.column {
        case .date: sort.descending ? "newest first" : "oldest first"
        case .id: sort.descending ? "highest id first" : "lowest id first"
        case .purchaser: sort.descending ? "purchaser Z to A" : "purchaser A to Z"
        }
    }
}
