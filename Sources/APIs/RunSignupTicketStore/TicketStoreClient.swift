import Model

/// RunSignup's ticket store of one event: reads its purchases, adds to their ledgers.
///
/// A value: it holds no state but the shared door and gate, and makes no second attempt at anything.
package struct TicketStoreClient: Sendable {
    private let ticketEventID: String
    private let form: FormEncoding
    private let caller: RunSignupCaller

    /// - Parameters:
    ///   - baseURL: what stands before `/v2/…`.
    ///   - form: of fulfillments; multipart is what the document says.
    ///   - gate: calls to RunSignup, of all its stores in this process.
    ///   - lane: where answers are decoded.
    package init(
        baseURL: String, ticketEventID: String, credentials: RunSignupCredentials,
        registration: CallerRegistration?, form: FormEncoding = .multipart, http: HTTPDoor,
        gate: CallGate = .runSignup, lane: DecodingLane = .shared
    ) {
        self.form = form
        self.ticketEventID = ticketEventID
        caller = RunSignupCaller(
            baseURL: baseURL, access: .always(credentials), registration: registration, http: http,
            gate: gate,
            lane: lane)
    }

    /// One page of purchases. An answer without its `store_purchases` array is a failure; an empty array is
    /// the end of the list.
    package func purchases(_ request: PurchasesRequest) async -> Answer<PurchasesPage> {
        await caller.get(
            "/v2/tickets/get-ticket-event-store-purchases.json", query: [event] + request.query,
            as: PurchasesWire.self)
    }

    /// Adds to the ledgers. There is no idempotency key: a request whose answer was lost may have worked.
    package func fulfill(_ request: FulfillmentRequest) async -> Answer<FulfillmentReply> {
        await caller.post(
            "/v2/tickets/store/fulfillment.json", query: [event], form: request.encoded(form),
            hiding: request.privateTexts, as: FulfillmentReplyWire.self)
    }

    /// Names of items and variants.
    package func storeInfo() async -> Answer<StoreInfo> {
        await caller.get(
            "/v2/tickets/get-ticket-event-store-info.json", query: [event], as: StoreInfoWire.self)
    }

    /// Which event the key belongs to.
    package func entityInfo() async -> Answer<EntityInfo> {
        await caller.get("/v2/auth-info/entity-info.json", query: [], as: EntityInfoWire.self)
    }

    private var event: QueryItem { QueryItem("ticket_event_id", ticketEventID) }
}
