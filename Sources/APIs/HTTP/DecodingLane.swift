import Dispatch

/// Where answers are decoded: on a thread of its own, one at a time, so that a page of 1,250 purchases
/// (some 40 ms) keeps neither an actor nor the second core from drawing.
package struct DecodingLane: Sendable {
    private let queue: DispatchQueue?

    private init(queue: DispatchQueue?) { self.queue = queue }

    /// One lane for the whole process: for a dashboard.
    package static let shared = DecodingLane(
        queue: DispatchQueue(label: "shipdesk.decoding", qos: .utility))
    /// As many at once as come: for a first sync while nobody watches a screen.
    package static let everyCore = DecodingLane(
        queue: DispatchQueue(label: "shipdesk.decoding.wide", qos: .utility, attributes: .concurrent))
    /// On the caller's thread: for the deterministic simulation.
    package static let inline = DecodingLane(queue: nil)

    package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        guard let queue else { return work() }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
