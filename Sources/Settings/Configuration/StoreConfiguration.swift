import Model

/// One configured connection.
package struct StoreConfiguration: Sendable, Hashable {
    /// For people only; unique in the file.
    package var name: String
    package var identity: StoreIdentity
    /// Nil: this process reads the cache and makes marks, but never leads for the store.
    package var credentials: CredentialSource?
    /// List purchases that their buyers cleared.
    package var includesCleared: Bool
    /// Where buyers' addresses are read, for a list that has none.
    package var addresses = AddressCall.users
    /// The events of the race among whose participants they are looked for.
    package var eventIDs: [Int64] = []
    /// The verb of Tixstock's update call, which its document does not state.
    package var updateMethod: UpdateMethod
    /// The path of a CSV file with names for items; wins over the store's own.
    package var catalogue: String?
    /// The path of a CSV file with the barcodes on items.
    package var codes: String?

    package init(
        name: String, identity: StoreIdentity, credentials: CredentialSource? = nil,
        includesCleared: Bool = false, updateMethod: UpdateMethod = .post, catalogue: String? = nil
    ) {
        self.name = name
        self.identity = identity
        self.credentials = credentials
        self.includesCleared = includesCleared
        self.updateMethod = updateMethod
        self.catalogue = catalogue
    }
}

package enum AddressCall: String, Sendable, Hashable, CaseIterable {
    case users
    case participants
    case none
}

package enum UpdateMethod: String, Sendable, Hashable, CaseIterable {
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
}
