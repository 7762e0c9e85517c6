/// Which column of a file means what, found by its header.
package struct ImportColumns: Sendable, Hashable {
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case purchase, item, quantity, tracking, deliverBy = "deliver_by"

        fileprivate var words: String {
            switch self {
            case .purchase: "purchase"
            case .item: "item"
            case .quantity: "quantity"
            case .tracking: "tracking number"
            case .deliverBy: "delivery date"
            }
        }
    }
    private var places: [Field: Int] = [:]
    /// How many columns the header names.
    package let count: Int
    /// Headers that mean nothing here.
    package private(set) var ignored: [String] = []

    /// - Throws: ``ImportProblem`` that names the header where one is missing or two could be meant.
    init(header: [String]) throws(ImportProblem) {
        count = header.count
        for field in Field.allCases { places[field] = try ImportColumns.place(of: field, in: header) }
        let used = Set(places.values)
        ignored = header.indices.filter { !used.contains($0) && !header[$0].isEmpty }.map { header[$0] }
        if places[.purchase] == nil { throw ImportColumns.missing(.purchase, in: header) }
        // In a file with headers of its own, a tracking that is not recognised would silently be left out.
        if places[.tracking] == nil, !ignored.isEmpty { throw ImportColumns.missing(.tracking, in: header) }
    }

    subscript(field: Field, row: CSVRow) -> String {
        guard let place = places[field], row.fields.indices.contains(place) else { return "" }
        return row.fields[place]
    }

    /// Our own word for it comes before all others; two of the others are not chosen between.
    private static func place(of field: Field, in header: [String]) throws(ImportProblem) -> Int? {
        let own = header.indices.filter { header[$0].plainHeader == field.rawValue.plainHeader }
        let found =
            own.isEmpty
            ? header.indices.filter { aliases[field]?.contains(header[$0].plainHeader) == true } : own
        guard found.count > 1 else { return found.first }
        let names = found.map { "`\(header[$0])`" }.joined(separator: " and ")
        throw ImportProblem(
            "The columns \(names) could all be the \(field.words); name the right one `\(field.rawValue)`.",
            line: 1)
    }

    private static func missing(_ field: Field, in header: [String]) -> ImportProblem {
        let names = header.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")
        return ImportProblem(
            "No column is the \(field.words); the first line must name one `\(field.rawValue)`. "
                + "It has \(names).", line: 1)
    }

    /// As carriers' programs and shops name them, without blanks, marks and case.
    private static let aliases: [Field: Set<String>] = [
        .purchase: [
            "purchaseid", "purchasenumber", "order", "orderid", "ordernumber", "orderno", "orderreference",
            "reference", "reference1", "referencenumber", "referenceno", "referencenumber1", "ref", "ref1",
            "customerreference", "customerreference1", "yourreference", "shipmentreference",
            "shipmentreferencenumber1", "packagereference1", "packagereferencenumber1",
            "packagereferenceno1", "senderreference", "shippersreference", "confirmationcode", "code",
        ],
        .item: ["itemnum", "itemnumber", "itemno"],
        .quantity: ["qty"],
        .tracking: [
            "trackingnumber", "trackingno", "trackingnum", "trackingid", "trackingcode", "trackingnumbers",
            "packagetrackingnumber", "shipmenttrackingnumber", "shipmenttrackingid", "parcelnumber",
            "parcelno", "consignmentnumber", "waybill", "waybillnumber", "airwaybill", "airwaybillnumber",
            "awb", "awbnumber",
        ],
        .deliverBy: [
            "deliveryby", "deliverydate", "expecteddelivery", "expecteddeliverydate", "estimateddelivery",
            "estimateddeliverydate", "scheduleddelivery", "scheduleddeliverydate",
        ],
    ]
}

extension String {
    /// `Tracking #`, `tracking_number` and `TRACKING NUMBER` alike: `trackingnumber`.
    fileprivate var plainHeader: String {
        String(replacing("#", with: "number").filter { $0.isLetter || $0.isNumber }.lowercased())
    }
}
