extension Box {
    /// `list --json` with the arguments given.
    func list(_ arguments: String...) async throws -> Listing {
        try await run(["list", "--json"] + arguments).json()
    }

    func purchase(_ id: String) async throws -> Listing.Purchase {
        try await run("show", id, "--json").json()
    }

    func outbox() async throws -> [Entries.Entry] {
        try await run("outbox", "--json").json(Entries.self).entries
    }
}

/// The contract's `list --json`, written down once more, so that a changed key cannot go unseen.
struct Listing: Decodable, Equatable {
    var purchases: [Purchase]
    var total: Int

    struct Purchase: Decodable, Equatable {
        var store: String
        var id: String
        var state: String
        var attention: [String]
        var purchaser: String
        var confirmation_code: String?
        var ordered_at: Int64?
        var items: [Item]
        var address: [String: String?]?
    }

    struct Item: Decodable, Equatable {
        var num: Int
        var name: String
        var variant: String?
        var purchased: Int
        var cancelled: Int
        var transferred_out: Int
        var fulfilled: Int
        var waiting: Int
        var safe_to_ship: Int
        var server_remaining: Int?
    }
}

/// The contract's `outbox --json`.
struct Entries: Decodable {
    var entries: [Entry]

    struct Entry: Decodable, Equatable {
        var id: String
        var action: String
        var state: String
        var store: String
        var purchase: String
        var item: Int
        var quantity: Int
        var tracking: String?
        var error: String?
    }
}
