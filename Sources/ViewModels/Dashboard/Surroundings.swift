import Model

/// What is so whatever screen is up: who sits where, which stores there are, the keys, the time, the size.
package struct Surroundings: Sendable, Hashable {
    package var author: Author
    package var isDemo: Bool
    /// Nothing can be marked, held or settled.
    package var isReadOnly: Bool
    package var stores: [Store]
    /// By store, as last told.
    package var health: [StoreHealth]
    /// By store: why this station can neither read it nor send for it; for people.
    package var strangers: [StoreID: String] = [:]
    package var themes: [String]
    package var theme: String
    /// Of the configuration; the first tabs after the states.
    package var configuredViews: [SavedView]
    /// That people saved.
    package var savedViews: [SavedView]
    package var keymap: Keymap
    package var scanning: ScanSettings
    /// By store: which barcodes stand on which items.
    package var codes: [StoreID: ItemCodes]
    package var clock: Clock
    package var layout: Layout
    package var paper = PaperTools()

    package init(
        author: Author, stores: [Store] = [], isDemo: Bool = false, isReadOnly: Bool = false,
        keymap: Keymap = .standard, layout: Layout = Layout(width: 80, height: 24)
    ) {
        self.author = author
        self.stores = stores
        self.isDemo = isDemo
        self.isReadOnly = isReadOnly
        self.keymap = keymap
        self.layout = layout
        configuredViews = []
        savedViews = []
        health = []
        themes = []
        theme = ""
        scanning = ScanSettings()
        codes = [:]
        clock = Clock()
    }

    /// Each name once.
    package var views: [SavedView] {
        configuredViews
            + savedViews.filter { saved in !configuredViews.contains { $0.name == saved.name } }
    }

    package func store(_ id: StoreID) -> Store? { stores.first { $0.id == id } }
    package func storeName(_ id: StoreID) -> String { store(id)?.name ?? "store \(id.number)" }

    /// `Spring Gala, Harbour Run`.
    package func names(of stores: [StoreID]) -> String { stores.map(storeName).joined(separator: ", ") }

    /// Why nothing durable can be done here at all; nil where it can.
    package var whyReadOnly: String? { isReadOnly ? "This station only reads (--read-only)." : nil }
}
