import Model

/// The endpoints of the ticket store: a call goes in, an answer comes out. Faults that change what an
/// endpoint does, rather than what becomes of its answer, are done here.
struct TicketStoreEndpoints {
    let store: TicketStore
    let credentials: CredentialCheck
    let ticketEventID: Int
    let raceID: Int
    let faults: FaultPlan

    /// - Parameter number: the request's, as the recorder counts.
    func answer(_ call: Call, number: Int, fault: Fault?) -> Answer {
        do throws(StoreError) {
            try credentials.admit(call)
            switch call.endpoint {
            case .purchases: return try purchases(call, fault: fault)
            case .fulfillment: return try fulfillment(call, number: number, fault: fault)
            case .catalogue: return try catalogue(call)
            case .entity: return try entity(call)
            default: throw .method
            }
        } catch {
            return Answer(error)
        }
    }

    /// The catalogue and the entity are outside the documents: their shapes follow the vendor's pages.
    private func catalogue(_ call: Call) throws(StoreError) -> Answer {
        try QueryCheck(call, allowed: ["ticket_event_id"]).event(ticketEventID)
        return try encode(WireCatalogue(store.world.catalogue))
    }

    private func entity(_ call: Call) throws(StoreError) -> Answer {
        _ = try QueryCheck(call, allowed: ["sp_api_key"])
        let isRace = credentials.isForRace(call)
        let id = isRace ? raceID : ticketEventID
        return try encode(
            WireEntity(
                generic_entity_id: 880_000 + id, entity_type: isRace ? "race" : "ticket_event",
                entity_name: isRace ? "Harbour Run" : "Spring Gala", entity_specific_id: id))
    }

    func encode(_ value: some Encodable) throws(StoreError) -> Answer {
        do {
            return try Answer(json: value)
        } catch {
            throw StoreError(status: 500, code: 4, message: "The answer cannot be written.")
        }
    }
}

/// The names are the wire's.
private struct WireEntity: Encodable {
    var generic_entity_id: Int
    var entity_type: String
    var entity_name: String
    var entity_specific_id: Int
}
