import Model

// The nouns' ids and words as columns.

/// Stored as the one value that it wraps.
protocol StoredAs: Storable {
    associatedtype Stored: Storable
    var stored: Stored { get }
    init(stored: Stored)
}

extension StoredAs {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { stored.bind(to: statement, at: index) }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Self {
        Self(stored: Stored.read(statement, at: index))
    }
}

extension StoreID: StoredAs {
    var stored: Int64 { number }
    init(stored: Int64) { self.init(stored) }
}

extension MarkID: StoredAs {
    var stored: Int64 { number }
    init(stored: Int64) { self.init(stored) }
}

extension ActionID: StoredAs {
    var stored: Int64 { number }
    init(stored: Int64) { self.init(stored) }
}

extension PurchaseID: StoredAs {
    var stored: String { text }
    init(stored: String) { self.init(stored) }
}
