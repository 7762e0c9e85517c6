import Glibc
import Model
import Simulator
import TestKit

/// A store that can go away and come back at the same address, with everything it knew.
struct Site {
    let simulator: Simulator
    let baseURL: String

    init(_ purchases: [Purchase]) throws {
        let port = try Self.freePort()
        simulator = Simulator(SimulatorOptions(port: port, purchases: 0))
        baseURL = Simulator.baseURL(port: port)
        purchases.forEach { simulator.store.put($0) }
    }

    /// The store is up for as long as `body` takes.
    func open(_ body: () async throws -> Void) async throws {
        let (ready, isReady) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [simulator] in
                defer { isReady.finish() }
                try await simulator.run { _ in isReady.yield() }
            }
            for await _ in ready { break }
            try await body()
            group.cancelAll()
        }
    }

    /// Outside the range that the system gives to others meanwhile.
    private static func freePort() throws -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 20_000..<30_000)
            if isFree(port) { return port }
        }
        throw NeverHappened(what: "a free port")
    }

    private static func isFree(_ port: Int) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
