import FoundationEssentials
import Model

/// The answer of `orders/get` and `orders/update`.
struct TixstockWire: WireAnswer {
    let meaning: TixstockReply

    /// An order came with it.
    var tellsOfAnEffect: Bool { true }

    private enum Keys: String, CodingKey { case data, meta, message }
    private enum MetaKeys: String, CodingKey {
        case mode
        case requestID = "request_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let meta = try? fields.nestedContainer(keyedBy: MetaKeys.self, forKey: .meta)
        let mode = try? meta?.text(.mode)
        meaning = TixstockReply(
            order: try fields.decode(OrderWire.self, forKey: .data).order,
            mode: mode.flatMap { $0.isEmpty ? nil : TixstockReply.Mode($0) },
            requestID: try? meta?.text(.requestID),
            message: (try? fields.text(.message)).map { Redaction().words($0) })
    }
}

private struct OrderWire: Decodable {
    let order: TixstockOrder

    private enum Keys: String, CodingKey {
        case id, date, customer, items, quantity, currency, status
        case subTotal = "sub_total"
        case grandTotal = "grand_total"
        case tracking = "shipping_tracking_id"
        case labelURL = "shipping_label"
        case labelFile = "shipping_label_raw"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        guard let id = try fields.text(.id), !id.isEmpty else { throw fields.fault(.id, "is missing") }
        guard let status = try fields.text(.status) else { throw fields.fault(.status, "is missing") }
        let customer = try fields.decodeIfPresent(CustomerWire.self, forKey: .customer)
        let items: [ItemWire] = try fields.list(.items)
        order = TixstockOrder(
            id: PurchaseID(id), placedAt: (try? fields.text(.date)).flatMap { Instant.unixSeconds($0) },
            customer: customer?.customer ?? OrderCustomer(), billingAddress: customer?.billing,
            shippingAddress: customer?.shipping, items: items.map(\.item),
            quantity: try fields.numberIfPresent(.quantity, in: 0...100_000) ?? items.count,
            currency: try fields.saying(.currency), subTotal: fields.decimal(.subTotal),
            grandTotal: fields.decimal(.grandTotal), statusText: status,
            tracking: try fields.saying(.tracking),
            label: OrderWire.label(try fields.saying(.labelURL), try fields.saying(.labelFile)))
    }

    private static func label(_ url: String?, _ file: String?) -> OrderLabel? {
        guard url != nil || file != nil else { return nil }
        let bytes = file.flatMap {
            Data(
                base64Encoded: String($0.split(separator: ",").last ?? ""), options: .ignoreUnknownCharacters)
        }
        let pdf = bytes.flatMap { try? PDFFile($0) }
        return OrderLabel(url: url, pdf: pdf, isUnreadable: file != nil && pdf == nil)
    }
}

private struct CustomerWire: Decodable {
    let customer: OrderCustomer
    let billing: ShippingAddress?
    let shipping: ShippingAddress?

    private enum Keys: String, CodingKey {
        case id
        case firstName = "first_name"
        case lastName = "last_name"
        case email = "email_address"
        case contactNumber = "contact_number"
        case billing = "billing_address"
        case shipping = "shipping_address"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        customer = OrderCustomer(
            id: try fields.saying(.id), firstName: try fields.saying(.firstName),
            lastName: try fields.saying(.lastName), email: try fields.saying(.email),
            contactNumber: try fields.saying(.contactNumber))
        let names = [customer.firstName, customer.lastName].compactMap { $0 }
        let name = names.isEmpty ? nil : names.joined(separator: " ")
        billing = try fields.place(.billing, name)
        shipping = try fields.place(.shipping, name)
    }
}

private enum AddressKeys: String, CodingKey {
    case line1 = "address_line_1"
    case line2 = "address_line_2"
    case town, county, postcode, country
    case countryCode = "country_code"
}

private struct ItemWire: Decodable {
    let item: OrderItem

    private enum Keys: String, CodingKey {
        case type, section, row, seat, price, file, customer
        case listingID = "listing_id"
        case generalAdmission = "general_admission"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let files: [JSONValue] = (try? fields.list(.file)) ?? []
        item = OrderItem(
            listingID: try fields.saying(.listingID), generalAdmission: fields.flag(.generalAdmission),
            type: try fields.saying(.type), section: try fields.saying(.section),
            row: try fields.saying(.row), seat: try fields.saying(.seat), price: fields.decimal(.price),
            files: files.compactMap(\.text),
            holder: try? fields.decodeIfPresent(HolderWire.self, forKey: .customer)?.holder)
    }
}

private struct HolderWire: Decodable {
    let holder: TicketHolder?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: HolderKeys.self)
        var holder = TicketHolder(
            firstName: try fields.saying(.firstName), lastName: try fields.saying(.lastName))
        holder.email = try fields.saying(.email)
        holder.birthDate = try fields.saying(.birthDate).flatMap { PlainDate($0) }
        holder.nationalID = try fields.saying(.nationalID)
        holder.contactNumber = try fields.saying(.contactNumber)
        holder.address = try fields.saying(.address)
        holder.nationality = try fields.saying(.nationality)
        holder.birthPlace = try fields.saying(.birthPlace)
        holder.birthCountry = try fields.saying(.birthCountry)
        self.holder = holder == TicketHolder() ? nil : holder
    }
}

/// Of one ticket's customer, in requests and answers.
enum HolderKeys: String, CodingKey {
    case firstName = "first_name"
    case lastName = "last_name"
    case email = "email_address"
    case birthDate = "dob"
    case nationalID = "national_id"
    case contactNumber = "contact_number"
    case address, nationality
    case birthPlace = "birth_place"
    case birthCountry = "birth_country"
}

extension KeyedDecodingContainer {
    /// Nil where it is missing, null, an empty list, or says nothing of its own.
    fileprivate func place(_ key: Key, _ name: String?) throws -> ShippingAddress? {
        guard let fields = try? nestedContainer(keyedBy: AddressKeys.self, forKey: key) else { return nil }
        let address = ShippingAddress(
            address1: try fields.text(.line1), address2: try fields.text(.line2),
            city: try fields.text(.town), state: try fields.text(.county),
            zipcode: try fields.text(.postcode),
            countryCode: try fields.text(.countryCode) ?? fields.text(.country))
        let parts = [address.address1, address.city, address.zipcode, address.countryCode]
        guard parts.contains(where: { $0?.isEmpty == false }) else { return nil }
        var named = address
        named.fullName = name
        return named
    }
}
