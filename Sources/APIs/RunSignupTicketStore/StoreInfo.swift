import Model

/// The names of what a ticket store sells. Its endpoint is not in the documents and may be missing.
package struct StoreInfo: Sendable, Hashable {
    /// `Shirt` for the item alone, `Shirt, L, Red` for one of its variants.
    package var names: [ItemKind: String]
    package init(names: [ItemKind: String]) { self.names = names }
}
