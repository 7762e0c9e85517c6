import APIs
import Cache
import Curses
import Model
import Services
import Settings
import Terminal
import ViewModels

/// One dashboard on one terminal, from the first frame to the last.
struct Session {
    let bench: Bench
    let isDemo: Bool

    @MainActor
    func run() async throws {
        let themes = ThemeLibrary(
            places: Places(environment: Environment.variables), configuration: bench.configuration.file)
        let theme = try themes.theme(named: bench.configuration.theme)
        let stores = bench.stores.map(\.store)
        let network = bench.network()
        // Secrets are fetched before the screen is up: a command may have to ask for a passphrase.
        let clients = try bench.clients(network: network)
        let team = Team { [bench] in clients.map { bench.leader(of: $0, client: $1) } }
        let cache = bench.cache
        let health = { @MainActor [team] in
            stores.compactMap { store in
                let isLeader = team.leaders.contains { $0.store.id == store.id && $0.isLeading }
                return try? cache.read { try $0.health(of: store.id, isLeader: isLeader) }
            }
        }
        let performers = Performers(
            cache: CachePerformer(cache: cache, stores: stores.map(\.id)),
            marks: MarksPerformer(cache: cache),
            sync: SyncPerformer(team: team), team: team, health: health)
        let driver = CursesDriver(
            CursesDriver.Options(
                environment: Environment.variables,
                errorLog: "\(bench.configuration.dataDirectory)/shipdesk.log",
                usesMouse: bench.configuration.mouse))
        let loop = DashboardLoop(
            dashboard: Dashboard(surroundings(stores, themes), list: list(stores)), driver: driver,
            performers: performers,
            theme: theme, themes: themes)
        do {
            try await loop.run()
        } catch let error as CursesError {
            throw Stop(.configuration, error.description)
        }
        await network.shutDown()
    }

    /// What has to go out, of the one store or of all.
    private func list(_ stores: [Store]) -> PurchaseList {
        let only = stores.count == 1 ? stores.first?.id : nil
        return PurchaseList(query: ListQuery(store: only, filter: .toShip))
    }

    private func surroundings(_ stores: [Store], _ themes: ThemeLibrary) -> Surroundings {
        var surroundings = Surroundings(
            author: bench.author, stores: stores, isDemo: isDemo, isReadOnly: bench.isReadOnly,
            keymap: bench.configuration.keymap)
        surroundings.themes = themes.names
        surroundings.theme = bench.configuration.theme
        surroundings.scanning = bench.configuration.scanning
        return surroundings
    }
}
