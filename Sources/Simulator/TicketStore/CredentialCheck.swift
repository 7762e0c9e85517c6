/// Who may call. The three kinds that the ticket store's documents list, and the caller registration.
struct CredentialCheck {
    let accepted: AcceptedCredentials

    func admit(_ call: Call) throws(StoreError) {
        try checkRegistration(call)
        let offered = [
            (call.parameter("rsu_api_key"), call.headers["x-rsu-api-secret"], accepted.rsu),
            (call.parameter("api_key"), call.parameter("api_secret"), accepted.legacy),
            (call.parameter("checkin_api_key"), call.headers["x-checkin-api-secret"], accepted.checkin),
        ].filter { $0.0 != nil || $0.1 != nil }
        guard !offered.isEmpty else { throw .authentication }
        for (key, secret, pair) in offered {
            guard let pair, key == pair.key, secret == pair.secret else { throw .authentication }
        }
    }

    private func checkRegistration(_ call: Call) throws(StoreError) {
        let key = call.parameter("rsu_api_reg")
        let secret = call.headers["x-rsu-api-reg-secret"]
        guard key != nil || secret != nil || accepted.demandsRegistration else { return }
        guard let pair = accepted.registration, key == pair.key, secret == pair.secret else {
            throw .registration
        }
    }
}
