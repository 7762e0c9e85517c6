import FoundationEssentials
import Model

/// Ticket Evolution's inventory of one office: lists it, reads a listing, changes one or many.
///
/// A value: it holds no state but the shared door and budget, and makes no second attempt at anything.
/// Values are absolute: the same change sent again changes nothing more.
package struct TicketEvolutionClient: Sendable {
    private let baseURL: String
    private let officeID: String
    private let credentials: TicketEvolutionCredentials
    private let options: TicketEvolutionOptions
    private let caller: Caller<TicketEvolutionError>

    /// - Parameters:
    ///   - baseURL: what stands before `/v9/…`: `https://api.ticketevolution.com`.
    ///   - budget: calls a second, of all who share the door's tallies; nil: what was seen to be safe.
    ///   - lane: where answers are decoded.
    package init(
        baseURL: String, officeID: String, credentials: TicketEvolutionCredentials,
        options: TicketEvolutionOptions = TicketEvolutionOptions(), http: HTTPDoor,
        budget: CallBudget? = nil, gate: CallGate = CallGate(limit: 2),
        lane: DecodingLane = .shared
    ) {
        self.baseURL = baseURL
        self.officeID = officeID
        self.credentials = credentials
        self.options = options
        caller = Caller(
            http: http, gate: gate, lane: lane,
            budget: budget ?? .ticketEvolution(at: baseURL, http), secrets: credentials.secrets,
            throttledStatuses: options.throttledStatuses)
    }

    /// One page of the office's ids.
    package func listings(_ request: InventoryRequest = InventoryRequest()) async -> Answer<InventoryPage> {
        let query = [QueryItem("office_id", officeID)] + request.query
        return await get("/v9/inventory", query, as: InventoryPageWire.self)
    }

    /// One listing as it is. `named` where there is none, `refused` where the credentials may not read it.
    package func listing(_ id: Int64) async -> Answer<InventoryListing> {
        switch options.details {
        case .ticketGroup:
            await get("/v9/ticket_groups/\(id)", [QueryItem("ticket_list", "true")], as: ListingWire.self)
        case .inventory: await get("/v9/inventory/\(id)", [], as: ListingWire.self)
        }
    }

    /// Whether ``ticketGroups(inHand:expectedBy:)`` is the way to the listings of a whole office.
    package var readsTicketGroups: Bool { options.details == .ticketGroup }

    /// All ticket groups of the account's office in one answer, where the credentials may read them.
    ///
    /// - Parameters:
    ///   - inHand: only those that are, or are not.
    ///   - expectedBy: only those expected on or before that day.
    package func ticketGroups(
        inHand: Bool? = nil, expectedBy day: PlainDate? = nil
    ) async -> Answer<[InventoryListing]> {
        let filters = [
            inHand.map { QueryItem("ticket_group_in_hand", $0 ? "true" : "false") },
            day.map { QueryItem("ticket_group_in_hand_on.lte", $0.description) },
        ]
        return await get("/v9/ticket_groups/mass_index", filters.compactMap { $0 }, as: ListingsWire.self)
    }

    /// Changes one listing and tells it as the server then does. A change that the document would refuse
    /// does not leave: it comes back as `named`, in the words of its first ``AttributeFault``.
    ///
    /// - Parameter quantity: of the listing as last read, where it was.
    package func update(
        _ id: Int64, _ change: InventoryChange, quantity: Int? = nil
    ) async -> Answer<InventoryListing> {
        if let fault = change.faults(quantity: quantity).first { return .failed(.held(fault)) }
        return await patch(
            "/v9/inventory/\(id)", InventoryBody(change: change, options: options), as: UpdatedWire.self)
    }

    /// Changes up to 1,000 listings alike. What the answer says of each is not documented: a listing that is
    /// missing from it was not refused.
    package func update(_ ids: [Int64], _ change: InventoryChange) async -> Answer<[InventoryListing]> {
        if let fault = change.faults(together: ids).first { return .failed(.held(fault)) }
        return await patch(
            "/v9/inventory", InventoryBody(ids: ids, change: change, options: options),
            as: UpdatedManyWire.self)
    }

    private func get<Wire: WireAnswer>(
        _ path: String, _ query: [QueryItem], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        let sorted = query.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let call = HTTPCall(.get, baseURL: baseURL, path: path, query: sorted)
        return await caller.answer(
            credentials.signing(call), hiding: [credentials.signature(of: call)], as: wire)
    }

    private func patch<Wire: WireAnswer>(
        _ path: String, _ body: InventoryBody, as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        let headers = [HTTPHeader("Content-Type", "application/json")]
        let call = HTTPCall(.patch, baseURL: baseURL, path: path, headers: headers, body: body.json)
        return await caller.answer(
            credentials.signing(call), hiding: body.privateTexts + [credentials.signature(of: call)],
            as: wire)
    }
}

extension CallFailure {
    fileprivate static func held(_ fault: AttributeFault) -> CallFailure {
        .named(words: fault.sentence, code: nil)
    }
}
