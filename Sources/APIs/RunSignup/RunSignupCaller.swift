import FoundationEssentials

/// What all calls to RunSignup have in common: credentials, the limit of two at once, and the judging of
/// answers. Sends each request once.
struct RunSignupCaller: Sendable {
    var baseURL: String
    var credentials: RunSignupCredentials
    var registration: CallerRegistration?
    var http: HTTPDoor
    var gate: CallGate
    var lane: DecodingLane

    func get<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        await answer(call(.get, path, query), hiding: [], as: wire)
    }

    /// - Parameter hiding: what the request holds of a customer; kept out of the server's words.
    func post<Wire: WireAnswer>(
        _ path: String, query: [QueryItem], form: MultipartForm, hiding: [String], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        var call = call(.post, path, query)
        call.headers.append(HTTPHeader("Content-Type", form.contentType))
        call.body = form.body
        return await answer(call, hiding: hiding, as: wire)
    }

    private func call(_ verb: HTTPCall.Verb, _ path: String, _ query: [QueryItem]) -> HTTPCall {
        HTTPCall(
            verb, baseURL: baseURL, path: path,
            query: query + credentials.query + (registration?.query ?? []),
            headers: credentials.headers + (registration?.headers ?? []))
    }

    private func answer<Wire: WireAnswer>(
        _ call: HTTPCall, hiding texts: [String], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        let secrets = credentials.secrets + (registration?.secrets ?? [])
        let judge = RunSignupJudge(redaction: Redaction(hiding: secrets + texts))
        let outcome = await gate.through { await http.outcome(of: call) }
        switch outcome {
        case .failure(let fault): return judge.answer(fault)
        case .success(let answer): return await lane.run { judge.answer(answer, as: wire) }
        }
    }
}

extension HTTPDoor {
    fileprivate func outcome(of call: HTTPCall) async -> Result<HTTPAnswer, HTTPFault> {
        do throws(HTTPFault) {
            return .success(try await send(call))
        } catch {
            return .failure(error)
        }
    }
}
