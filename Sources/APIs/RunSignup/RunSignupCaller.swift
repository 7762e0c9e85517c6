import FoundationEssentials

/// What all calls to RunSignup have in common: credentials, registration, the limit of two at once.
struct RunSignupCaller: Sendable {
    private let baseURL: String
    private let credentials: RunSignupCredentials
    private let registration: CallerRegistration?
    private let caller: Caller<RunSignupError>

    init(
        baseURL: String, credentials: RunSignupCredentials, registration: CallerRegistration?,
        http: HTTPDoor, gate: CallGate, lane: DecodingLane
    ) {
        self.baseURL = baseURL
        self.credentials = credentials
        self.registration = registration
        caller = Caller(
            http: http, gate: gate, lane: lane,
            secrets: credentials.secrets + (registration?.secrets ?? []))
    }

    func get<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        await caller.answer(call(.get, path, query), as: wire)
    }

    /// - Parameter hiding: what the request holds of a customer; kept out of the server's words.
    func post<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], form: (header: HTTPHeader, body: Data), hiding: [String],
        as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        var call = call(.post, path, query)
        call.headers.append(form.header)
        call.body = form.body
        return await caller.answer(call, hiding: hiding, as: wire)
    }

    private func call(_ verb: HTTPCall.Verb, _ path: String, _ query: [QueryItem]) -> HTTPCall {
        HTTPCall(
            verb, baseURL: baseURL, path: path,
            query: query + credentials.query + (registration?.query ?? []),
            headers: credentials.headers + (registration?.headers ?? []))
    }
}
