/// Reads what a store of Ticket Evolution says about its calls.
struct ListingCallsReader {
    let section: Section<StoreKey>

    func calls() -> ListingCalls {
        var calls = ListingCalls()
        calls.spelling = section.word(.enumSpelling) ?? calls.spelling
        calls.amountsAsText = section.flag(.amountsAsText) ?? calls.amountsAsText
        calls.nestsInTicket = section.flag(.nestInTicket) ?? calls.nestsInTicket
        calls.details = section.word(.listingDetails) ?? calls.details
        calls.throttledStatuses = throttledStatuses ?? calls.throttledStatuses
        let perSecond = section.whole(.callsPerSecond, in: 1...100)
        calls.callsPerSecond = perSecond.map(Int.init) ?? calls.callsPerSecond
        return calls
    }

    /// 401 and 403 mean the credentials, whatever else a server means by them.
    private var throttledStatuses: Set<Int>? {
        guard let value = section.value(.throttledStatuses) else { return nil }
        let written = value.list ?? []
        let statuses = written.compactMap { $0.plainText.flatMap { Int($0) } }
            .filter { (400...599).contains($0) && ![401, 403].contains($0) }
        guard !statuses.isEmpty, statuses.count == written.count else {
            section.note(
                "`throttled_statuses` must be a list of HTTP statuses from 400 to 599, without 401 and 403, "
                    + "such as [429, 503].", at: .throttledStatuses)
            return nil
        }
        return Set(statuses)
    }
}
