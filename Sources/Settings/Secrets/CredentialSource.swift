import Model

/// The kinds of credentials that the APIs know.
package enum CredentialKind: Sendable, Hashable, CaseIterable {
    /// RunSignup: a key of one entity, `rsu_api_key`.
    case entityKey
    /// RunSignup: an account's older key, `api_key`.
    case accountKey
    /// RunSignup ticket events: a check-in app's key.
    case checkinKey
    /// RunSignup races: a super partner's key.
    case superPartnerKey
    /// OAuth 2, or Tixstock's token.
    case bearerToken
    /// Ticket Evolution: a token, and the secret that signs requests.
    case signingSecret

    var secret: CredentialKey {
        switch self {
        case .entityKey: .rsuAPISecret
        case .accountKey: .apiSecret
        case .checkinKey: .checkinAPISecret
        case .superPartnerKey: .spAPISecret
        case .bearerToken: .bearerToken
        case .signingSecret: .secret
        }
    }

    /// What goes with the secret; a bearer token stands alone.
    var identifier: CredentialKey? {
        switch self {
        case .entityKey: .rsuAPIKey
        case .accountKey: .apiKey
        case .checkinKey: .checkinAPIKey
        case .superPartnerKey: .spAPIKey
        case .bearerToken: nil
        case .signingSecret: .token
        }
    }

    var keys: [CredentialKey] { [identifier, secret].compactMap { $0 } }

    /// What an API takes (the documents' parameter tables and security schemes), best first.
    static func usable(with api: API) -> [CredentialKind] {
        switch api {
        case .runsignupTicketStore: [.entityKey, .accountKey, .checkinKey]
        case .runsignupRaceStore: [.entityKey, .accountKey, .superPartnerKey, .bearerToken]
        case .tixstock: [.bearerToken]
        case .ticketEvolution: [.signingSecret]
        }
    }
}

/// A store's credentials before anything secret was fetched.
package struct CredentialSource: Sendable, Hashable {
    package var kind: CredentialKind
    /// Nil for a bearer token.
    package var identifier: SecretSource?
    package var secret: SecretSource
    /// RunSignup's caller registration, which goes beside any kind.
    package var registration: RegistrationSource?

    package init(
        kind: CredentialKind, identifier: SecretSource?, secret: SecretSource,
        registration: RegistrationSource? = nil
    ) {
        self.kind = kind
        self.identifier = identifier
        self.secret = secret
        self.registration = registration
    }
}

package struct RegistrationSource: Sendable, Hashable {
    package var token: SecretSource
    package var secret: SecretSource
    package init(token: SecretSource, secret: SecretSource) {
        self.token = token
        self.secret = secret
    }
}
