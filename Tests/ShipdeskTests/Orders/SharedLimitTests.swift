import Glibc
import Model
import Simulator
import TestKit
import Testing

/// The 300 calls a minute are the machine's, not a process's.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SharedLimitTests {
    /// `track` of two boxes side by side wants 400: the rest waits, and says so.
    @Test func twoProcessesTogetherMakeNoMoreThan300CallsAMinute() async throws {
        let locks = try TemporaryFolder("locks")
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            let entry = Box.ordersEntry(String(baseURL.dropLast("/rest".count)) + "/v1")
            let ids = (1...200).map { "TX\($0)" }
            ids.forEach { simulator.orders.put(Made.order($0)) }
            let boxes = try (0..<2).map { _ in try Box(entries: entry, locks: locks.path) }
            let tracks = try boxes.map { box in
                let file = try box.folder.write(ids.joined(separator: "\n"), to: "ids.txt")
                return try box.start(["track", "boxoffice", file])
            }
            defer { tracks.forEach { $0.send(signal: SIGKILL) } }
            try await eventually("both wait") {
                tracks.allSatisfy { $0.errors.contains("As many calls as this server allows") }
            }
            #expect(simulator.recorder.total == 300)
        }
    }
}
