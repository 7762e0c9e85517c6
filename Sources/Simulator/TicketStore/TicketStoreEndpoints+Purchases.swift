import Model

extension TicketStoreEndpoints {
    private static let parameters: Set<String> = [
        "ticket_event_id", "num", "page", "modified_since_timestamp", "include_cleared_purchases",
        "include_purchase_refunds", "include_fulfillment_info", "include_transfer_info",
    ]
    private static let mostPerPage = 1250

    func purchases(_ call: Call, fault: Fault?) throws(StoreError) -> Answer {
        let check = try QueryCheck(call, allowed: Self.parameters)
        try check.event(ticketEventID)
        let includes = Includes(
            refunds: try check.flag("include_purchase_refunds"),
            fulfillments: try check.flag("include_fulfillment_info"),
            transfers: try check.flag("include_transfer_info"))
        var rows = store.page(try query(check)).map { WirePurchase(purchase: $0, includes: includes) }
        if case .spoiltRow(let place) = fault, rows.indices.contains(place) { rows[place].isSpoilt = true }
        return try encode(["store_purchases": rows])
    }

    private func query(_ check: QueryCheck) throws(StoreError) -> PageQuery {
        let num = try check.unsigned("num") ?? 100
        let page = try check.unsigned("page") ?? 1
        guard num >= 1 else { throw .parameter("num must be at least 1.") }
        guard page >= 1 else { throw .parameter("page must be at least 1.") }
        return PageQuery(
            page: page, num: min(num, Self.mostPerPage),
            modifiedSince: try check.unsigned("modified_since_timestamp").map(Int64.init),
            includesCleared: try check.flag("include_cleared_purchases"))
    }
}
