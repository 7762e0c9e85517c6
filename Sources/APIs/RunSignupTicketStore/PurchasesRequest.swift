/// One page of a ticket store's purchases: every parameter of the document's table.
///
/// | parameter | here |
/// | --- | --- |
/// | `ticket_event_id`, `rsu_api_key`, `X-RSU-API-SECRET` | the client's |
/// | `num` | ``perPage`` |
/// | `page` | ``page`` |
/// | `modified_since_timestamp` | ``modifiedSince`` |
/// | `include_cleared_purchases` | ``includeCleared`` |
/// | `include_purchase_refunds` | ``includeRefunds``, which also brings the cancelled items |
/// | `include_fulfillment_info` | ``includeFulfillments``, which also brings the entered address |
/// | `include_transfer_info` | ``includeTransfers`` |
package struct PurchasesRequest: Sendable, Hashable {
    /// The most that the document lets a page hold.
    package static let largestPage = 1_250

    /// The first is 1.
    package var page: Int
    package var perPage: Int
    /// Unix seconds, inclusive: rows of that very second come back.
    package var modifiedSince: Int64?
    package var includeCleared: Bool
    package var includeRefunds: Bool
    package var includeFulfillments: Bool
    package var includeTransfers: Bool

    package init(
        page: Int = 1, perPage: Int = PurchasesRequest.largestPage, modifiedSince: Int64? = nil,
        includeCleared: Bool = false
    ) {
        self.page = page
        self.perPage = min(max(perPage, 1), PurchasesRequest.largestPage)
        self.modifiedSince = modifiedSince
        self.includeCleared = includeCleared
        includeRefunds = true
        includeFulfillments = true
        includeTransfers = true
    }

    var query: [QueryItem] {
        let paging = [QueryItem("num", perPage), QueryItem("page", page)]
        let since = modifiedSince.map { [QueryItem("modified_since_timestamp", $0)] } ?? []
        return paging + since + [
            QueryItem("include_cleared_purchases", includeCleared),
            QueryItem("include_purchase_refunds", includeRefunds),
            QueryItem("include_fulfillment_info", includeFulfillments),
            QueryItem("include_transfer_info", includeTransfers),
        ]
    }
}
