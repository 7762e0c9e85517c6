import Model
import Yams

/// A configuration with one store, as somebody answers for it the first time.
package struct ConfigurationDraft: Sendable {
    package var storeName: String
    package var api: API
    package var baseURL: String
    /// The event, race or office; empty for an API that has none.
    package var place: String
    package var kind: CredentialKind
    /// What goes with the secret; empty where it stands alone.
    package var identifier: String
    /// Nil where a login's client has none.
    package var secret: Secret?
    /// Empty: the host and the terminal name the station.
    package var station: String
    /// Of a login, as it is registered; empty: a free port of this machine.
    package var redirectURI = ""
    /// RunSignup's caller registration; nil where there is none yet.
    package var registration: (token: String, secret: Secret)?

    package init(
        storeName: String, api: API, baseURL: String, place: String, kind: CredentialKind,
        identifier: String, secret: Secret?, station: String
    ) {
        self.storeName = storeName
        self.api = api
        self.baseURL = baseURL
        self.place = place
        self.kind = kind
        self.identifier = identifier
        self.secret = secret
        self.station = station
    }

    /// As a file that only the person may read: secrets stand in it in plain text.
    /// - Throws: what the YAML library throws where it cannot write.
    package func yaml() throws -> String {
        var store: [(Node, Node)] = [
            (key(.name), text(storeName)), (key(.api), text(api.rawValue)), (key(.baseURL), text(baseURL)),
        ]
        if let placeKey = api.placeKey { store.append((key(placeKey), Node(place))) }
        var credentials: [(Node, Node)] = []
        if let named = kind.identifier { credentials.append((Node(named.rawValue), text(identifier))) }
        if let secret { credentials.append((Node(kind.secret.rawValue), text(secret.reveal()))) }
        if !redirectURI.isEmpty { credentials.append((key(.redirectURI), text(redirectURI))) }
        if let registration {
            credentials.append((key(.rsuAPIReg), text(registration.token)))
            credentials.append((key(.rsuAPIRegSecret), text(registration.secret.reveal())))
        }
        store.append((key(.credentials), Node.mapping(.init(credentials))))
        var all: [(Node, Node)] = []
        if !station.isEmpty { all.append((Node(ConfigurationKey.station.rawValue), text(station))) }
        all.append(
            (Node(ConfigurationKey.stores.rawValue), Node.sequence(.init([Node.mapping(.init(store))]))))
        return try serialize(node: Node.mapping(.init(all)), allowUnicode: true)
    }

    private func key(_ key: StoreKey) -> Node { Node(key.rawValue) }
    private func key(_ key: CredentialKey) -> Node { Node(key.rawValue) }

    /// In quotes, so that no word is taken for a number, a truth or nothing.
    private func text(_ text: String) -> Node { Node.scalar(.init(text, .implicit, .doubleQuoted)) }
}

extension API {
    /// What the configuration calls the number of the place; nil where the API has one place only.
    package var placeWord: String? { placeKey?.rawValue }
}

extension CredentialKind {
    /// What an API takes and somebody can type in, best first.
    package static func kinds(for api: API) -> [CredentialKind] { usable(with: api) }

    /// What the configuration calls its parts: the identifier, where there is one, and the secret.
    package var words: (identifier: String?, secret: String) { (identifier?.rawValue, secret.rawValue) }
}
