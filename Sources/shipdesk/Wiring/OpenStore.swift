import APIs
import Cache
import Model
import Settings

/// A configured store with its number in the cache.
struct OpenStore: Sendable {
    let configuration: StoreConfiguration
    let store: Store
    /// Which barcodes stand on which items; nil where no file says so.
    var codes: ItemCodes?

    static func open(_ configuration: StoreConfiguration, in cache: Cache) throws -> OpenStore {
        let names = try configuration.catalogue.map { try Settings.Catalogue.read(path: $0).names }
        let codes = try configuration.codes.map { try ItemCodesFile.read(path: $0) }
        let store = try cache.write { writer in
            let store = try writer.adopt(configuration.identity, name: configuration.name)
            if let names { try writer.setLocalNames(names, of: store.id) }
            return store
        }
        return OpenStore(configuration: configuration, store: store, codes: codes)
    }

    /// Nil where this station has no credentials for the store: it never leads for it.
    /// - Throws: ``ConfigError`` where a secret cannot be fetched.
    func client(http: HTTPDoor) throws -> TicketStoreClient? {
        guard store.identity.api == .runsignupTicketStore else { return nil }
        guard let resolved = try configuration.credentials?.resolve(environment: Environment.variables),
            let credentials = RunSignupCredentials(resolved)
        else { return nil }
        return TicketStoreClient(
            baseURL: store.identity.baseURL, ticketEventID: store.identity.place, credentials: credentials,
            registration: resolved.registration.map(CallerRegistration.init), http: http)
    }
}

extension RunSignupCredentials {
    init?(_ resolved: ResolvedCredentials) {
        let identifier = resolved.identifier?.reveal() ?? ""
        let secret = resolved.secret.reveal()
        switch resolved.kind {
        case .entityKey: self = .key(identifier, secret: secret)
        case .accountKey: self = .legacyKey(identifier, secret: secret)
        case .checkinKey: self = .checkInKey(identifier, secret: secret)
        case .superPartnerKey, .bearerToken, .signingSecret: return nil
        }
    }
}

extension CallerRegistration {
    init(_ resolved: ResolvedCredentials.Registration) {
        self.init(registration: resolved.token.reveal(), secret: resolved.secret.reveal())
    }
}
