import APIs
import FoundationEssentials
import Synchronization

/// A door without a network: answers every call the same way and remembers what was asked.
final class ScriptedDoor: Sendable {
    private let outcome: Result<HTTPAnswer, HTTPFault>
    private let seen = Mutex<[HTTPCall]>([])

    init(_ outcome: Result<HTTPAnswer, HTTPFault>) { self.outcome = outcome }

    convenience init(status: Int = 200, headers: [HTTPHeader] = [], body: String) {
        let head = HTTPHead(status: status, headers: headers)
        self.init(.success(HTTPAnswer(head: head, body: Data(body.utf8))))
    }

    var door: HTTPDoor {
        HTTPDoor { call throws(HTTPFault) in
            self.seen.withLock { $0.append(call) }
            return try self.outcome.get()
        }
    }

    var calls: [HTTPCall] { seen.withLock { $0 } }

    func evolution(
        baseURL: String = "http://127.0.0.1:1",
        _ credentials: TicketEvolutionCredentials = TicketEvolutionCredentials(token: "t", secret: "xyz"),
        options: TicketEvolutionOptions = TicketEvolutionOptions()
    ) -> TicketEvolutionClient {
        TicketEvolutionClient(
            baseURL: baseURL, officeID: "1234", credentials: credentials, options: options, http: door,
            budget: CallBudget(limit: 100, seconds: 1), gate: CallGate(limit: 2), lane: .inline)
    }

    func tixstock(
        _ options: TixstockOptions = TixstockOptions(),
        budget: CallBudget = CallBudget(limit: 300, seconds: 60)
    ) -> TixstockClient {
        TixstockClient(
            baseURL: "http://127.0.0.1:1/v1", token: TixstockToken("token-1"), options: options, http: door,
            budget: budget, gate: CallGate(limit: 2), lane: .inline)
    }

    func raceStore(
        _ credentials: RunSignupCredentials = .bearer("token-1"),
        addresses: RaceStoreClient.Addresses = .nowhere
    ) -> RaceStoreClient {
        RaceStoreClient(
            baseURL: "http://127.0.0.1:1/rest", raceID: "9", credentials: credentials, registration: nil,
            addresses: addresses, http: door, gate: CallGate(limit: 2), lane: .inline)
    }

    func client(
        _ credentials: RunSignupCredentials = .key("key-1", secret: "secret-1"),
        registration: CallerRegistration? = nil
    ) -> TicketStoreClient {
        TicketStoreClient(
            baseURL: "http://127.0.0.1:1/rest", ticketEventID: "7001", credentials: credentials,
            registration: registration, http: door, gate: CallGate(limit: 2), lane: .inline)
    }
}
