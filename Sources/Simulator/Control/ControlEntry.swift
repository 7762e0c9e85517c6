import Model

/// One entry of the ledger as the control paths show it.
struct ControlEntry: Encodable {
    var purchase: Int
    var entry: Fulfillment
    /// The request that wrote it; null where somebody else did.
    var request: Int?

    init(purchase: Int, entry: Fulfillment) {
        self.purchase = purchase
        self.entry = entry
    }

    init(_ written: WrittenEntry) {
        self.init(purchase: written.purchase, entry: written.fulfillment)
        request = written.request
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(purchase, forKey: AnyKey("purchase"))
        try row.encode(entry.item, forKey: AnyKey("item"))
        try row.encode(entry.quantity, forKey: AnyKey("quantity"))
        try row.encode(entry.at, forKey: AnyKey("at"))
        try row.encode(entry.tracking, forKey: AnyKey("tracking"))
        try row.encode(entry.deliverBy, forKey: AnyKey("deliver_by"))
        try row.encode(entry.address.map(WireAddress.init), forKey: AnyKey("address"))
        try row.encode(request, forKey: AnyKey("request"))
    }
}

/// One update of an order as the control paths show it.
struct ControlUpdate: Encodable {
    private var id: String
    private var status: OrderStatus
    private var tracking: String?
    /// The request that brought it; null where somebody else did.
    private var request: Int?

    init(_ written: WrittenOrder) {
        id = written.order.id
        status = written.order.status
        tracking = written.order.tracking
        request = written.request
    }
}

/// One change of a listing as the control paths show it.
struct ControlChange: Encodable {
    private var listing: WireListing
    /// The request that brought it; null where somebody else did.
    private var request: Int?

    init(_ written: WrittenListing) {
        listing = WireListing(listing: written.listing)
        request = written.request
    }
}

/// Where the simulation stands.
struct ControlState: Encodable {
    private var now: Int64
    private var purchases: Int
    private var requests: Int
    /// Under way now: the one that asks is not among them.
    private var open: Int
    private var mostAtOnce: Int
    private var faultsStruck: Int
    private var late: Int

    private enum CodingKeys: String, CodingKey {
        case now, purchases, requests, open, late
        case mostAtOnce = "most_at_once"
        case faultsStruck = "faults_struck"
    }

    init(_ simulator: Simulator) {
        now = simulator.clock.now
        purchases = simulator.store.purchaseIDs.count
        requests = simulator.recorder.total
        open = simulator.recorder.open
        mostAtOnce = simulator.recorder.mostAtOnce
        faultsStruck = simulator.faults.struck.count
        late = simulator.faults.lateCount
    }
}
