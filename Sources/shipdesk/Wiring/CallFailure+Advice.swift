import APIs
import Model
import Settings

extension CallFailure {
    /// What is wrong and what to do about it, for whoever sets a store up: a part of a sentence.
    func advice(for store: StoreIdentity, _ sign: CallSign?) -> String {
        switch self {
        case .refused: refusal(store.api, sign)
        case .nothingLeft: "\(said); check base_url (\(store.baseURL)) and the network"
        case .throttled(let seconds, _):
            "it is there, but asks us to wait; run doctor again in "
                + (seconds.map { "\($0) s" } ?? "a minute")
        // Of an order that it does not have, Tixstock says so itself.
        case .named where store.api == .tixstock && sign?.status == 404: trouble(store, sign)
        case .named: "it answers an error (\(said)); check \(Self.keys(of: store.api))"
        case .lost: trouble(store, sign)
        }
    }

    private func refusal(_ api: API, _ sign: CallSign?) -> String {
        switch (api, sign?.code) {
        case _ where sign?.isRedirect == true:
            return "it sends us elsewhere (\(sign?.status ?? 0)); check base_url: scheme, host and path"
        case (.runsignupTicketStore, Self.registrationCode), (.runsignupRaceStore, Self.registrationCode):
            return "the caller registration is missing or refused (\(said)); register as an API caller on "
                + "RunSignup's API Keys page, and check rsu_api_reg and rsu_api_reg_secret"
        case (.runsignupTicketStore, 7), (.runsignupRaceStore, 7):
            return "the credentials are refused for this store (\(said)); check \(api.placeWord ?? "") and "
                + "the rights of the key"
        case (.tixstock, 102), (.tixstock, 103):
            return "the address of this machine is not let in (\(said)); have it put on the list in "
                + "Tixstock's Partner Admin Area"
        case (.tixstock, _):
            return "the credentials are refused (\(said)); check bearer_token: Sandbox and Production have "
                + "tokens and hosts of their own"
        case (.ticketEvolution, _):
            return "the credentials are refused (\(said)); check token and secret: the sandbox has a host "
                + "and credentials of its own"
        default: return "the credentials are refused (\(said)); check them in the configuration"
        }
    }

    private func trouble(_ store: StoreIdentity, _ sign: CallSign?) -> String {
        switch sign?.status {
        case 404? where sign?.code == nil: "it knows no such call (404); check base_url (\(store.baseURL))"
        // An error with a code comes from the API itself, whatever the status.
        case let status? where status >= 500 || sign?.code != nil:
            "it has trouble of its own (\(said)); try again later, and ask its support if that lasts"
        case nil: "\(said); try again, and check base_url (\(store.baseURL)) if that lasts"
        default: "it does not answer as this API does (\(said)); check base_url (\(store.baseURL))"
        }
    }

    /// The words as a part of a sentence.
    private var said: String { words.hasSuffix(".") ? String(words.dropLast()) : words }

    private static func keys(of api: API) -> String {
        [api.placeWord, "base_url"].compactMap(\.self).joined(separator: " and ")
    }
}
