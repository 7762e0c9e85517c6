import APIs

/// RunSignup allows two calls at once, whatever the store: every process of this box takes one of two locks
/// for each of its calls (protocol, The lead).
package struct CallSlots: Sendable {
    private let directory: String
    private static let names = ["runsignup-call-1", "runsignup-call-2"]

    /// - Parameter directory: the data directory that the processes share.
    package init(directory: String) { self.directory = directory }

    /// The same way out, one slot for each call. Waiting for a slot takes nothing off the call's own time.
    package func door(_ door: HTTPDoor) -> HTTPDoor {
        HTTPDoor { call throws(HTTPFault) in
            let slot = await enter()
            defer { slot?.release() }
            return try await door.send(call)
        }
    }

    /// Nil where the locks cannot be had: then the data directory cannot be written, and nothing leads.
    private func enter() async -> BoxLock? {
        let slots = Self.names.map { BoxLock(directory: directory, name: $0) }
        for slot in slots where (try? slot.tryAcquire()) == true { return slot }
        let slot = slots[Int.random(in: slots.indices)]
        do {
            try await slot.acquire()
            return slot
        } catch {
            return nil
        }
    }
}
