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
    /// How fulfillments travel to RunSignup's ticket store.
    package var formEncoding = FormWay.multipart
    /// How Ticket Evolution wants to be asked.
    package var listingCalls = ListingCalls()
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

/// How the fields of a form travel.
package enum FormWay: String, Sendable, Hashable, CaseIterable {
    case multipart
    case urlencoded
}

/// What nobody knows for certain about Ticket Evolution's calls.
package struct ListingCalls: Sendable, Hashable {
    /// Of words from a closed list: as the document's table has them, or as its example does.
    package enum Spelling: String, Sendable, Hashable, CaseIterable {
        case table
        case capitals
    }

    /// The call that tells how a listing is.
    package enum Details: String, Sendable, Hashable, CaseIterable {
        case ticketGroups = "ticket-groups"
        case inventory
    }

    package var spelling = Spelling.table
    /// Amounts go out as text instead of as numbers.
    package var amountsAsText = false
    /// Attributes stand below `ticket` instead of straight below `inventory`.
    package var nestsInTicket = false
    package var details = Details.ticketGroups
    /// By these the server says that we were too fast and that nothing was done.
    package var throttledStatuses: Set<Int> = [429]
    package var callsPerSecond = 5

    package init() {}
}
