import Model

/// Reads `stores:`.
struct StoreReader {
    let file: TextFile
    let places: Places
    let findings: Findings

    func all(in section: Section<ConfigurationKey>) -> [StoreConfiguration] {
        guard let value = section.value(.stores) else {
            section.demand(.stores, "name at least one store")
            return []
        }
        guard let list = value.list, !list.isEmpty else {
            section.note(
                "`stores` must be a list with at least one store: lines that begin with `- name:`.",
                at: .stores)
            return []
        }
        let stores = list.compactMap { value in store(value).map { (value.line, $0) } }
        noteTwins(stores)
        return stores.map(\.1)
    }

    private func store(_ value: YAMLValue) -> StoreConfiguration? {
        guard var section = Section<StoreKey>(value, called: "A store", findings) else { return nil }
        section.demand(.name, "give the store a name of your own")
        let name = section.text(.name)
        section.title = name.map { "Store \($0): " } ?? ""
        section.demand(.api, "one of \(API.allCases.map(\.rawValue).joined(separator: ", "))")
        guard let api = section.word(.api, API.self) else { return nil }

        let identity = identity(section, api)
        let credentials = CredentialReader(
            file: file, places: places, findings: findings, store: name ?? "", api: api
        ).credentials(in: section)
        var store = StoreConfiguration(
            name: name ?? "", identity: identity ?? StoreIdentity(api: api, baseURL: "", place: ""))
        store.credentials = credentials
        store.includesCleared = section.flag(.includeClearedPurchases) ?? false
        store.addresses = section.word(.addresses) ?? .users
        store.eventIDs = eventIDs(section, store.addresses)
        store.updateMethod = section.word(.updateMethod) ?? .post
        store.formEncoding = section.word(.formEncoding) ?? .multipart
        store.listingCalls = ListingCallsReader(section: section).calls()
        store.catalogue = section.text(.catalogue).map { places.expand($0, in: Places.folder(of: file.path)) }
        store.codes = section.text(.codes).map { places.expand($0, in: Places.folder(of: file.path)) }
        noteForeignKeys(section, api)
        return name == nil || identity == nil ? nil : store
    }

    private func identity(_ section: Section<StoreKey>, _ api: API) -> StoreIdentity? {
        section.demand(.baseURL, "the documents' is \(api.documentedBaseURL)")
        let place = place(section, api)
        guard let written = section.text(.baseURL) else { return nil }
        switch BaseURL.tidied(written) {
        case .failure(let complaint):
            section.note("`base_url` \(complaint.sentence)", at: .baseURL)
            return nil
        case .success(let url):
            return place.map { StoreIdentity(api: api, baseURL: url, place: $0) }
        }
    }

    /// The event, race or office; empty for an API that has none.
    private func place(_ section: Section<StoreKey>, _ api: API) -> String? {
        guard let key = api.placeKey else { return "" }
        section.demand(key, "the number that \(api.rawValue) knows the place by")
        return section.whole(key, in: 1 ... .max).map(String.init)
    }

    private func eventIDs(_ section: Section<StoreKey>, _ addresses: AddressCall) -> [Int64] {
        guard let value = section.value(.eventIDs) else {
            if addresses == .participants {
                section.demand(.eventIDs, "the events of the race, for `addresses: participants`")
            }
            return []
        }
        let ids = (value.list ?? []).compactMap { $0.plainText.flatMap { Int64($0) } }.filter { $0 > 0 }
        if ids.isEmpty || ids.count != value.list?.count {
            section.note("`event_ids` must be a list of whole numbers such as [12, 13].", at: .eventIDs)
        }
        if addresses != .participants {
            section.note("`event_ids` goes with `addresses: participants` only.", at: .eventIDs)
        }
        return ids
    }

    /// Keys that belong to another API are a misunderstanding, not decoration.
    private func noteForeignKeys(_ section: Section<StoreKey>, _ api: API) {
        let keysOfOne: [StoreKey: API] = [
            .ticketEventID: .runsignupTicketStore, .raceID: .runsignupRaceStore, .officeID: .ticketEvolution,
            .includeClearedPurchases: .runsignupTicketStore, .updateMethod: .tixstock,
            .addresses: .runsignupRaceStore, .eventIDs: .runsignupRaceStore,
            .formEncoding: .runsignupTicketStore, .enumSpelling: .ticketEvolution,
            .amountsAsText: .ticketEvolution, .nestInTicket: .ticketEvolution,
            .listingDetails: .ticketEvolution, .throttledStatuses: .ticketEvolution,
            .callsPerSecond: .ticketEvolution,
        ]
        for (key, owner) in keysOfOne where owner != api && section.has(key) {
            section.note("`\(key.rawValue)` belongs to \(owner.rawValue); remove it.", at: key)
        }
    }

    private func noteTwins(_ stores: [(line: Int, store: StoreConfiguration)]) {
        var names: [String: Int] = [:]
        var identities: [StoreIdentity: (Int, String)] = [:]
        for (line, store) in stores {
            if let first = names.updateValue(line, forKey: store.name) {
                findings.add(
                    "The name \(store.name) is taken by the store in line \(first); choose another.",
                    line: line)
            }
            if let (first, name) = identities.updateValue((line, store.name), forKey: store.identity) {
                findings.add(
                    "Store \(store.name) is the same place as store \(name) in line \(first) "
                        + "(one API, base URL and id); keep one of them.", line: line)
            }
        }
    }
}

extension API {
    /// The key that names the place; nil where the API has one place only.
    var placeKey: StoreKey? {
        switch self {
        case .runsignupTicketStore: .ticketEventID
        case .runsignupRaceStore: .raceID
        case .tixstock: nil
        case .ticketEvolution: .officeID
        }
    }

    /// Where the document says the API stands.
    package var documentedBaseURL: String {
        switch self {
        case .runsignupTicketStore, .runsignupRaceStore: "https://api.runsignup.com/rest"
        case .tixstock: "https://sandbox-pf.tixstock.com/v1"
        case .ticketEvolution: "https://api.ticketevolution.com"
        }
    }
}
