/// Where a secret comes from, and where that is written. It is fetched when it is needed.
package struct SecretSource: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
        case plain(Secret)
        /// The name of an environment variable.
        case environment(String)
        /// An absolute path.
        case file(String)
        /// A program and its arguments; its standard output is the secret.
        case command([String])
    }

    package var origin: Origin
    /// For errors: the store's name, the key, the file and the line.
    package var store: String
    package var key: String
    package var file: String?
    package var line: Int?

    package init(_ origin: Origin, store: String, key: String, file: String? = nil, line: Int? = nil) {
        self.origin = origin
        self.store = store
        self.key = key
        self.file = file
        self.line = line
    }
}
