import Crypto
import FoundationEssentials

/// What all calls to RunSignup have in common: credentials, registration, the limit of two at once, pauses.
struct RunSignupCaller: Sendable {
    private let baseURL: String
    private let access: RunSignupAccess
    private let registration: CallerRegistration?
    private let http: HTTPDoor
    private let gate: CallGate
    private let lane: DecodingLane

    init(
        baseURL: String, access: RunSignupAccess, registration: CallerRegistration?, http: HTTPDoor,
        gate: CallGate, lane: DecodingLane
    ) {
        self.baseURL = baseURL
        self.access = access
        self.registration = registration
        self.http = http
        self.gate = gate
        self.lane = lane
    }

    /// A login's token that is refused is renewed, and the read made once more.
    ///
    /// - Parameter renews: a refusal may be a matter of the token's age, and not of this call alone.
    func get<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], renews: Bool = true, as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        func read(_ credentials: RunSignupCredentials) async -> Answer<Wire.Meaning> {
            await caller(credentials).answer(call(.get, path, query, credentials), as: wire)
        }
        return await explained { () async throws(CallFailure) in
            let credentials = try await access.credentials().get()
            let answer = await read(credentials)
            guard renews, access.canRenew, case .refused = answer.failure,
                answer.sign?.tellsOfCredentials != false
            else { return answer }
            let fresh = try await access.credentials(insteadOf: credentials).get()
            return fresh == credentials ? answer : await read(fresh)
        }
    }

    /// - Parameter hiding: what the request holds of a customer; kept out of the server's words.
    func post<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], form: (header: HTTPHeader, body: Data), hiding: [String],
        as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        await explained { () async throws(CallFailure) in
            let credentials = try await access.credentials().get()
            var call = call(.post, path, query, credentials)
            call.headers.append(form.header)
            call.body = form.body
            return await caller(credentials).answer(call, hiding: hiding, as: wire)
        }
    }

    /// The same text for as long as the credentials are the same, and nothing of themselves; nil where there
    /// are none now.
    func credentialsMark() async -> String? {
        guard case .success(let credentials) = await access.credentials() else { return nil }
        let text = credentials.secrets.joined(separator: "\n")
        return Data(SHA256.hash(data: Data(text.utf8)).prefix(9)).base64URL
    }

    private func explained<Value>(
        _ body: () async throws(CallFailure) -> Answer<Value>
    ) async -> Answer<Value> {
        do throws(CallFailure) {
            var answer = try await body()
            if answer.sign?.tellsOfCredentials != false {
                answer.result = answer.result.mapError(access.explained)
            }
            return answer
        } catch {
            return .failed(error)
        }
    }

    private func caller(_ credentials: RunSignupCredentials) -> Caller<RunSignupError> {
        Caller(
            http: http, gate: gate, lane: lane,
            budget: CallBudget(pausesAt: baseURL, tallies: http.tallies),
            secrets: credentials.secrets + access.secrets + (registration?.secrets ?? []))
    }

    private func call(
        _ verb: HTTPCall.Verb, _ path: String, _ query: [QueryItem], _ credentials: RunSignupCredentials
    ) -> HTTPCall {
        HTTPCall(
            verb, baseURL: baseURL, path: path,
            query: query + credentials.query + (registration?.query ?? []),
            headers: credentials.headers + (registration?.headers ?? []))
    }
}
