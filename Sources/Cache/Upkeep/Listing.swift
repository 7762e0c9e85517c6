import Model

/// The line of one purchase in the lists, as stored.
struct Listing: Hashable {
    var store: StoreID
    var id: PurchaseID
    /// Unix seconds; ``undated`` where nothing tells.
    var date: Int64
    var idKey: String
    var purchaserKey: String
    var state: PurchaseState
    var attention: String?
    var waiting: Waiting
    var purchaser: String
    var contents: String
    var city: String?
    var country: String?
    var hasUsableAddress: Bool
    var holdReason: String?
    var hasMemo: Bool
    /// Nil where nothing is safe to ship.
    var addressKey: Int64?

    var quantity: Int
    var cityKey: String
    var countryKey: String
    var hasTracking: Bool

    init(_ stored: StoredPurchase, figures: Figures, standing: Standing, kept: Kept = Kept()) {
        let purchase = stored.purchase
        store = stored.store
        id = purchase.id
        date = purchase.listedAt ?? Listing.undated
        idKey = sortKey(ofID: purchase.id.text)
        purchaser = purchase.purchaser
        purchaserKey = sortKey(ofName: purchaser)
        state = standing.state
        attention = standing.attention.isEmpty ? nil : attentionText(standing.attention)
        waiting = Waiting(standing)
        let shown = Contents(figures)
        contents = shown.text
        quantity = shown.quantity
        city = purchase.address?.city
        country = purchase.address?.countryCode
        hasUsableAddress = purchase.address?.isUsable ?? false
        holdReason = kept.hold?.reason
        hasMemo = !kept.memos.isEmpty
        addressKey = figures.safe > 0 ? key(ofAddress: purchase.address) : nil
        cityKey = sortKey(ofCity: city)
        countryKey = sortKey(ofCountry: country)
        hasTracking = figures.net + figures.waiting > 0 && Listing.hasTracking(purchase, kept.marks)
    }

    /// Later than anything: nobody knows how long it has waited, so it does not stand before what has.
    static let undated: Int64 = 253_402_300_799

    private static func hasTracking(_ purchase: Purchase, _ marks: [Mark]) -> Bool {
        purchase.ledger.contains { $0.quantity > 0 && !comparableTracking($0.tracking).isEmpty }
            || marks.contains {
                $0.quantity > 0 && ($0.state.isOpen || $0.state == .confirmed)
                    && !comparableTracking($0.tracking).isEmpty
            }
    }
}

extension Listing {
    private static let columns = """
        store, id, date, id_key, purchaser_key, state, attention, is_waiting, purchaser, contents, city,
        country, has_usable_address, hold_reason, has_memo, address_key, quantity, city_key, country_key,
        has_tracking
        """
    static let select = "SELECT \(columns) FROM listing WHERE row = ?"
    static let write = """
        INSERT OR REPLACE INTO listing (row, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    var values: [any Storable] {
        [
            store, id, date, idKey, purchaserKey, state, attention, waiting, purchaser, contents, city,
            country, hasUsableAddress, holdReason, hasMemo, addressKey, quantity, cityKey, countryKey,
            hasTracking,
        ]
    }

    init(_ row: Row) {
        store = row[0]
        id = row[1]
        date = row[2]
        idKey = row[3]
        purchaserKey = row[4]
        state = row[5]
        attention = row[6]
        waiting = row[7]
        purchaser = row[8]
        contents = row[9]
        city = row[10]
        country = row[11]
        hasUsableAddress = row[12]
        holdReason = row[13]
        hasMemo = row[14]
        addressKey = row[15]
        quantity = row[16]
        cityKey = row[17]
        countryKey = row[18]
        hasTracking = row[19]
    }
}

/// What of a purchase is on its way, as one number in the column that once only said yes or no: 1 stands for
/// "something is", and is what a file written then holds.
enum Waiting: Int, Storable {
    case none, something, queued, sending, unknown

    init(_ standing: Standing) {
        self =
            switch standing.waiting {
            case .queued: .queued
            case .sending: .sending
            case .unknown: .unknown
            default: standing.isWaiting ? .something : .none
            }
    }

    var state: MarkState? {
        switch self {
        case .none, .something: nil
        case .queued: .queued
        case .sending: .sending
        case .unknown: .unknown
        }
    }

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        rawValue.bind(to: statement, at: index)
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Waiting {
        Waiting(rawValue: Int.read(statement, at: index)) ?? .something
    }
}

/// Attention reasons as one text, so that new ones need no new schema.
func attentionText(_ reasons: [AttentionReason]) -> String {
    reasons.map(\.rawValue).joined(separator: " ")
}

func attentionReasons(_ text: String?) -> [AttentionReason] {
    text?.split(separator: " ").compactMap { AttentionReason(rawValue: String($0)) } ?? []
}

extension PurchaseState: Storable {
    /// Small numbers keep the indexes small; they are in the schema and never change.
    private static let codes: [PurchaseState] = [.toShip, .partly, .shipped, .nothing, .held]

    var code: Int { Self.codes.firstIndex(of: self) ?? 0 }

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { code.bind(to: statement, at: index) }

    static func read(_ statement: OpaquePointer, at index: Int32) -> PurchaseState {
        let code = Int.read(statement, at: index)
        return codes.indices.contains(code) ? codes[code] : .nothing
    }
}
