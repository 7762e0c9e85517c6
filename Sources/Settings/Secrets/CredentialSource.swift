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
    /// OAuth 2 by a login of a person: `shipdesk login` brings the tokens, which are kept apart.
    case login
    /// Ticket Evolution: a token, and the secret that signs requests.
    case signingSecret

    /// A client of a login may have none.
    var secret: CredentialKey {
        switch self {
        case .entityKey: .rsuAPISecret
        case .accountKey: .apiSecret
        case .checkinKey: .checkinAPISecret
        case .superPartnerKey: .spAPISecret
        case .bearerToken: .bearerToken
        case .login: .clientSecret
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
        case .login: .clientID
        case .signingSecret: .token
        }
    }

    /// What must stand there.
    var demanded: [CredentialKey] {
        self == .login ? [.clientID] : [identifier, secret].compactMap { $0 }
    }

    var keys: [CredentialKey] {
        [identifier, secret].compactMap { $0 }
            + (self == .login ? [.redirectURI, .loginPage, .tokenEncoding, .repeatChallengeMethod] : [])
    }

    /// What an API takes (the documents' parameter tables and security schemes), best first.
    static func usable(with api: API) -> [CredentialKind] {
        switch api {
        case .runsignupTicketStore: [.entityKey, .accountKey, .checkinKey]
        case .runsignupRaceStore: [.entityKey, .accountKey, .superPartnerKey, .bearerToken, .login]
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
    /// Nil for a login of a client that has none.
    package var secret: SecretSource?
    /// RunSignup's caller registration, which goes beside any kind.
    package var registration: RegistrationSource?
    /// Where a login is made; its keys are nobody's secret.
    package var login = LoginPlaces()

    package init(
        kind: CredentialKind, identifier: SecretSource?, secret: SecretSource?,
        registration: RegistrationSource? = nil
    ) {
        self.kind = kind
        self.identifier = identifier
        self.secret = secret
        self.registration = registration
    }
}

/// A person's way to the login page and back, and how what it brought is turned in.
package struct LoginPlaces: Sendable, Hashable {
    /// As registered with RunSignup, to the letter; nil: a free port of this machine.
    package var redirectURI: String?
    /// Nil: RunSignup's own.
    package var page: String?
    /// How the two token calls travel.
    package var tokenEncoding = FormWay.urlencoded
    /// The proof's method is named again when a code is redeemed.
    package var repeatsChallengeMethod = false
}

package struct RegistrationSource: Sendable, Hashable {
    package var token: SecretSource
    package var secret: SecretSource
    package init(token: SecretSource, secret: SecretSource) {
        self.token = token
        self.secret = secret
    }
}
