/// Ids of an office's listings; what they are is told by other calls.
package struct InventoryPage: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        /// Nil where it is not mapped to an event yet: then nothing about it can be changed.
        package var id: Int64?
        package var remoteID: Int64?
        package var eventID: Int64?

        package init(id: Int64?, remoteID: Int64?, eventID: Int64?) {
            self.id = id
            self.remoteID = remoteID
            self.eventID = eventID
        }
    }

    package var rows: [Row]
    /// Places of rows that could not be read; the first is 0.
    package var setAside: [Int]

    package init(rows: [Row], setAside: [Int] = []) {
        self.rows = rows
        self.setAside = setAside
    }

    /// Rows in the answer, read or not. The list ends at a page without any.
    package var rowCount: Int { rows.count + setAside.count }
    /// Where the next page begins: the last `remote_id` and one. Nil where no row has one, which ends the
    /// list too.
    package var next: Int64? { rows.last { $0.remoteID != nil }?.remoteID.map { $0 + 1 } }
}

/// What of an office's inventory is asked for.
package struct InventoryRequest: Sendable, Hashable {
    package enum Mapping: String, Sendable, Hashable, CaseIterable {
        /// Without pages.
        case all = "ALL"
        case mapped = "MAPPED"
        case unmapped = "UNMAPPED"
    }

    package static let largestPage = 10_000

    package var mapping: Mapping
    /// From the page before; nil for the first, and for ``Mapping/all``, which has no pages.
    package var cursor: Int64?
    package var perPage: Int

    package init(
        _ mapping: Mapping = .mapped, cursor: Int64? = nil, perPage: Int = InventoryRequest.largestPage
    ) {
        self.mapping = mapping
        self.cursor = cursor
        self.perPage = min(max(perPage, 1), InventoryRequest.largestPage)
    }

    /// The same request for the next page; nil after the last.
    package func after(_ page: InventoryPage) -> InventoryRequest? {
        guard mapping != .all, page.rowCount > 0, let next = page.next else { return nil }
        if let cursor, next <= cursor { return nil }
        return InventoryRequest(mapping, cursor: next, perPage: perPage)
    }

    var query: [QueryItem] {
        let state = [QueryItem("state", mapping.rawValue)]
        guard mapping != .all else { return state }
        return state + [QueryItem("page[items]", perPage)]
            + (cursor.map { [QueryItem("page[cursor]", $0)] } ?? [])
    }
}
