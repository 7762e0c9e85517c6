import APIs
import Services

/// The leaders of this process, one for each store that it has credentials for.
@MainActor
final class Team {
    private let make: @Sendable () -> [Leader]
    private(set) var leaders: [Leader] = []

    /// - Parameter make: called whenever it starts anew.
    init(_ make: @escaping @Sendable () -> [Leader]) { self.make = make }

    /// Leads, or waits in line to lead.
    func start() {
        guard leaders.isEmpty else { return }
        leaders = make()
        leaders.forEach { $0.start() }
    }

    /// Lets go within about a second; a request on the wire is given up as unknown.
    func stop() async {
        let stopping = leaders
        leaders = []
        for leader in stopping { await leader.stop() }
    }
}
