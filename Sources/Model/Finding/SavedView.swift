/// A filter and a sort with a name: a tab of one's own.
package struct SavedView: Sendable, Hashable {
    package var name: String
    package var filter: ListFilter
    package var sort: ListSort
    package init(name: String, filter: ListFilter, sort: ListSort = ListSort()) {
        self.name = name
        self.filter = filter
        self.sort = sort
    }

    /// What it shows of one store, or of all.
    package func query(of store: StoreID?, asOf moment: Moment) -> ListQuery {
        ListQuery(store: store, filter: .all, sort: sort).narrowed(to: filter, asOf: moment)
    }

    /// Why it cannot be a name: it stands on a tab and behind `:view`.
    package static func whyNoName(_ name: String) -> String? {
        if name.isEmpty { return "A view needs a name." }
        if name.count > 20 { return "A view's name has at most 20 characters." }
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_+&.".contains($0) }
        return isPlain ? nil : "A view's name has letters, digits and - _ + & . only."
    }
}
