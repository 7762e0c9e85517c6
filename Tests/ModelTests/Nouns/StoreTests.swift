import Model
import Testing

@Suite struct StoreTests {
    @Test func aStoreIsItsAPIAddressAndPlace() {
        let one = StoreIdentity(api: .runsignupTicketStore, baseURL: "https://a/rest/", place: "7")
        let same = StoreIdentity(api: .runsignupTicketStore, baseURL: "https://a/rest", place: "7")
        let others = [
            StoreIdentity(api: .runsignupRaceStore, baseURL: "https://a/rest", place: "7"),
            StoreIdentity(api: .runsignupTicketStore, baseURL: "https://b/rest", place: "7"),
            StoreIdentity(api: .runsignupTicketStore, baseURL: "https://a/rest", place: "8"),
        ]
        #expect(one == same)
        #expect(one.canonical == same.canonical)
        #expect(Set((others + [one]).map(\.canonical)).count == 4)
    }

    @Test func onlyWhatAnAPICanDoIsOffered() {
        let tickets = Capabilities(of: .runsignupTicketStore)
        #expect(
            tickets.lists && tickets.quantities && tickets.handOver && tickets.readBack && tickets.marksLeave)
        let races = Capabilities(of: .runsignupRaceStore)
        #expect(races.quantities && !races.addresses && !races.marksLeave && !races.readBack)
        let orders = Capabilities(of: .tixstock)
        #expect(!orders.lists && !orders.quantities && orders.labels && orders.finalStatuses)
        let listings = Capabilities(of: .ticketEvolution)
        #expect(listings.lists && !listings.quantities && !listings.tracking && !listings.handOver)
    }

    @Test func theConfigurationsWordsAreTheContracts() {
        #expect(
            API.allCases.map(\.rawValue)
                == ["runsignup-ticket-store", "runsignup-race-store", "tixstock", "ticket-evolution"])
    }
}
