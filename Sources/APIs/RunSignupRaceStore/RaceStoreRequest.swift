/// One page of a race store's purchases: every parameter of the document's table.
///
/// | parameter | here |
/// | --- | --- |
/// | `race_id`, `api_key`, `api_secret`, `rsu_api_key`, `sp_api_key` and the two headers | the client's |
/// | `num` | ``perPage`` |
/// | `min_purchase_ts`, `max_purchase_ts` | ``boughtFrom``, ``boughtUntil`` |
/// | `next_token` | ``cursor`` |
package struct RaceStoreRequest: Sendable, Hashable {
    /// The most that the document lets a page hold.
    package static let largestPage = 500

    package var perPage: Int
    /// Unix seconds, inclusive.
    package var boughtFrom: Int64?
    /// Unix seconds, inclusive.
    package var boughtUntil: Int64?
    /// From the page before; nil for the first. The limits above stay the same from page to page.
    package var cursor: RaceStoreCursor?

    package init(
        perPage: Int = RaceStoreRequest.largestPage, boughtFrom: Int64? = nil, boughtUntil: Int64? = nil,
        cursor: RaceStoreCursor? = nil
    ) {
        self.perPage = min(max(perPage, 1), RaceStoreRequest.largestPage)
        self.boughtFrom = boughtFrom
        self.boughtUntil = boughtUntil
        self.cursor = cursor
    }

    /// The purchases of one second: how one of them is read again.
    package static func boughtAt(_ second: Int64) -> RaceStoreRequest {
        RaceStoreRequest(boughtFrom: second, boughtUntil: second)
    }

    /// The same request for the next page; nil after the last.
    package func after(_ page: RaceStorePage) -> RaceStoreRequest? {
        page.next.map {
            RaceStoreRequest(perPage: perPage, boughtFrom: boughtFrom, boughtUntil: boughtUntil, cursor: $0)
        }
    }

    var query: [QueryItem] {
        let limits = [("min_purchase_ts", boughtFrom), ("max_purchase_ts", boughtUntil)]
        return [QueryItem("num", perPage)]
            + limits.compactMap { name, second in second.map { QueryItem(name, $0) } }
            + (cursor.map { [QueryItem("next_token", $0.token)] } ?? [])
    }
}
