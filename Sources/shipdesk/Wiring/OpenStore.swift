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
    /// - Parameter directory: the data directory, where logins are kept; nil where there is none yet.
    /// - Throws: ``ConfigError`` where a secret cannot be fetched.
    func client(http: HTTPDoor, directory: String?) throws -> StoreClient? {
        guard let resolved = try configuration.credentials?.resolve(environment: Environment.variables)
        else { return nil }
        if store.identity.api == .tixstock {
            return TixstockClient(resolved, configuration, http: http).map { .orders($0) }
        }
        if store.identity.api == .ticketEvolution {
            return TicketEvolutionClient(resolved, configuration, http: http).map { .inventory($0) }
        }
        let registration = resolved.registration.map(CallerRegistration.init)
        if let login = StoreLogin(of: self, resolved, directory: directory, http: http) {
            return .raceStore(
                RaceStoreClient(
                    baseURL: store.identity.baseURL, raceID: store.identity.place, access: login.access,
                    registration: registration, addresses: addresses, http: http))
        }
        guard let credentials = RunSignupCredentials(resolved) else { return nil }
        let (baseURL, place) = (store.identity.baseURL, store.identity.place)
        switch store.identity.api {
        case .runsignupTicketStore:
            return .ticketStore(
                TicketStoreClient(
                    baseURL: baseURL, ticketEventID: place, credentials: credentials,
                    registration: registration, form: FormEncoding(configuration.formEncoding), http: http))
        case .runsignupRaceStore:
            return .raceStore(
                RaceStoreClient(
                    baseURL: baseURL, raceID: place, credentials: credentials, registration: registration,
                    addresses: addresses, http: http))
        case .tixstock, .ticketEvolution: return nil
        }
    }

    private var addresses: RaceStoreClient.Addresses {
        switch configuration.addresses {
        case .users: .users
        case .participants: .participants(events: configuration.eventIDs)
        case .none: .nowhere
        }
    }

    /// The one kind of credentials that belongs to one event or race; any other would look refused where its
    /// owner is asked for, and a login be renewed for nothing.
    var hasEntityKey: Bool { configuration.credentials?.kind == .entityKey }

    /// It lists nothing: its orders are read by the ids that people bring.
    var takesIDs: Bool { !store.capabilities.lists }
}

extension RunSignupCredentials {
    init?(_ resolved: ResolvedCredentials) {
        let identifier = resolved.identifier?.reveal() ?? ""
        let secret = resolved.secret?.reveal() ?? ""
        switch resolved.kind {
        case .entityKey: self = .key(identifier, secret: secret)
        case .accountKey: self = .legacyKey(identifier, secret: secret)
        case .checkinKey: self = .checkInKey(identifier, secret: secret)
        case .superPartnerKey: self = .superPartnerKey(identifier, secret: secret)
        case .bearerToken: self = .bearer(secret)
        case .login, .signingSecret: return nil
        }
    }
}

extension FormEncoding {
    init(_ way: FormWay) {
        self =
            switch way {
            case .multipart: .multipart
            case .urlencoded: .urlencoded
            }
    }
}

extension CallerRegistration {
    init(_ resolved: ResolvedCredentials.Registration) {
        self.init(registration: resolved.token.reveal(), secret: resolved.secret.reveal())
    }
}
