import Model

/// Who may call RunSignup's stores: the kinds that each document lists, and the caller registration.
struct CredentialCheck {
    typealias Offer = (key: String?, secret: String?, pair: AcceptedCredentials.Pair?)

    let accepted: AcceptedCredentials
    /// Access tokens that a login brought are good too.
    var desk: LoginDesk?

    func admit(_ call: Call) throws(StoreError) {
        try checkRegistration(call)
        let secret = call.headers["x-rsu-api-secret"]
        let account = (call.parameter("api_key"), call.parameter("api_secret"), accepted.legacy)
        let kinds: [Offer] =
            if isForRace(call) {
                [
                    (call.parameter("rsu_api_key"), secret, accepted.race), account,
                    (call.parameter("sp_api_key"), secret, accepted.superPartner),
                ]
            } else {
                [
                    (call.parameter("rsu_api_key"), secret, accepted.rsu), account,
                    (
                        call.parameter("checkin_api_key"), call.headers["x-checkin-api-secret"],
                        accepted.checkin
                    ),
                ]
            }
        try admit(kinds.filter { $0.key != nil }, call)
    }

    private func admit(_ offered: [Offer], _ call: Call) throws(StoreError) {
        if isForRace(call), let token = call.bearer {
            guard offered.isEmpty, isWelcome(token) else { throw .authentication }
            return
        }
        guard !offered.isEmpty else { throw .authentication }
        for (key, secret, pair) in offered {
            guard let pair, key == pair.key, secret == pair.secret else { throw .authentication }
        }
    }

    /// Which entity a key belongs to may be asked by the holders of either.
    func isForRace(_ call: Call) -> Bool {
        guard call.endpoint == .entity else { return call.endpoint.api == .runsignupRaceStore }
        return call.bearer != nil || call.parameter("sp_api_key") != nil
            || call.parameter("rsu_api_key").map { $0 == accepted.race?.key } ?? false
    }

    private func isWelcome(_ token: String) -> Bool {
        token == accepted.bearer || desk?.knows(access: token) == true
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
