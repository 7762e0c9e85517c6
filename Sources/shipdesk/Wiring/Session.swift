import APIs
import Cache
import Curses
import Model
import Services
import Settings
import Terminal
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

/// One dashboard on one terminal, from the first frame to the last.
struct Session {
    let bench: Bench
    let isDemo: Bool
    /// What to tell the person at the terminal first.
    var notices: [String] = []

    @MainActor
    func run() async throws {
        try await bench.withNetwork { network in
            // Secrets are fetched before the screen is up: a command may have to ask for a passphrase.
            let (clients, whyNot) = try bench.willingClients(network: network)
            try await run(clients, whyNot)
        }
    }

    @MainActor
    private func run(
        _ clients: [(OpenStore, StoreClient)], _ whyNot: [StoreID: ConfigError]
    ) async throws {
        let themes = ThemeLibrary(
            places: Places(environment: Environment.variables), configuration: bench.configuration.file)
        let keeper =
            isDemo
            ? nil
            : ScreenKeeper(
                directory: bench.configuration.dataDirectory, person: bench.author.person,
                station: bench.author.station)
        var surroundings = surroundings(themes)
        surroundings.strangers = bench.strangers(clients, whyNot)
        var dashboard = Dashboard(surroundings, list: list)
        let kept = keeper?.recall()
        if let kept { dashboard.resume(kept, now: ServiceClock.system.now() / 1_000) }
        let loop = DashboardLoop(
            dashboard: dashboard, driver: driver,
            performers: performers(
                Team { [bench] in clients.map { bench.leader(of: $0, client: $1) } },
                orders: orders(clients), looks: looks(clients)),
            theme: try themes.theme(named: bench.configuration.theme), themes: themes,
            notices: notices + bench.sentences(whyNot),
            keeper: keeper)
        let attendance = bench.attendance
        if !bench.isReadOnly { attendance.arrive() }
        defer { attendance.leave() }
        // What ends the dashboard ends it once: a second hang-up must not cut the tidying short.
        for number in [SIGHUP, SIGTERM] { signal(number, SIG_IGN) }
        do {
            try await loop.run()
        } catch let error as CursesError {
            throw Stop(.configuration, error.description)
        }
    }

    @MainActor
    private var driver: CursesDriver {
        CursesDriver(
            CursesDriver.Options(
                environment: Environment.variables,
                errorLog: "\(bench.configuration.dataDirectory)/shipdesk.log",
                usesMouse: bench.configuration.mouse))
    }

    @MainActor
    private func performers(
        _ team: Team, orders: [StoreID: OrderFetch], looks: [StoreID: any SingleReader]
    ) -> Performers {
        let claims = ClaimPerformer(cache: bench.cache)
        let known = stores
        let stores = bench.stores.map(\.store.id)
        let directory = bench.configuration.dataDirectory
        let isLed = { (store: StoreID) in Leader.isLed(store, directory: directory) }
        return Performers(
            cache: CachePerformer(
                cache: bench.cache, stores: known, claims: claims.book,
                figures: ProtocolFigures(bench.configuration.timing)),
            marks: MarksPerformer(cache: bench.cache, labels: bench.labels),
            sync: SyncPerformer(
                cache: bench.cache, stores: known, team: team, orders: orders, looks: looks,
                isLed: isLed),
            files: FilePerformer(
                cache: bench.cache, stores: known,
                labels: LabelFile(
                    shelf: bench.labels, opener: LabelOpener(environment: Environment.variables))),
            claims: claims,
            paper: PaperPerformer(cache: bench.cache, paper: paper, author: bench.author, stores: known),
            views: ViewsPerformer(cache: bench.cache), team: team, bench: bench,
            health: { [cache = bench.cache] in
                stores.compactMap { store in
                    let isLeader = team.leaders.contains { $0.store.id == store && $0.isLeading }
                    return try? cache.read {
                        try $0.health(of: store, isLeader: isLeader, isLed: isLeader || isLed(store))
                    }
                }
            })
    }

    /// Of stores whose orders are read one by one: for an id that nobody brought in before.
    private func orders(_ clients: [(OpenStore, StoreClient)]) -> [StoreID: OrderFetch] {
        clients.reduce(into: [:]) { orders, pair in
            let (open, client) = pair
            let source = client.orderSource(
                of: open.store.id, in: bench.cache, directory: bench.configuration.dataDirectory)
            if let source {
                orders[open.store.id] = OrderFetch(storeName: open.store.name, source: source)
            }
        }
    }

    /// Of stores whose lists do not tell everything of what they list.
    private func looks(_ clients: [(OpenStore, StoreClient)]) -> [StoreID: any SingleReader] {
        clients.reduce(into: [:]) { looks, pair in
            let (open, client) = pair
            looks[open.store.id] =
                client.channel(
                    of: open.store.id, in: bench.cache, directory: bench.configuration.dataDirectory)
                as? any SingleReader
        }
    }

    private var paper: Paper { Paper(environment: Environment.variables) }

    private var stores: [Store] { bench.stores.map(\.store) }

    /// What has to go out, of the one store or of all; the demo begins with its first.
    private var list: PurchaseList {
        let only = stores.count == 1 || isDemo ? stores.first?.id : nil
        return PurchaseList(query: ListQuery(store: only, filter: .toShip))
    }

    private func surroundings(_ themes: ThemeLibrary) -> Surroundings {
        var surroundings = Surroundings(
            author: bench.author, stores: stores, isDemo: isDemo, isReadOnly: bench.isReadOnly,
            keymap: bench.configuration.keymap)
        surroundings.themes = themes.names
        surroundings.theme = bench.configuration.theme
        surroundings.paper = PaperTools(
            whyNoPDF: paper.cupsfilter == nil ? Paper.noPDF : nil,
            whyNoPrinting: paper.lp == nil ? Paper.noPrinting : nil)
        surroundings.configuredViews = bench.configuration.views
        surroundings.scanning = bench.configuration.scanning
        surroundings.codes = bench.codes
        return surroundings
    }
}
