/// Somebody has the form of a purchase open: "bench-3 is packing this". It warns others and forbids nothing.
package struct Claim: Sendable, Hashable {
    package var author: Author
    /// The program that holds it, so that its end can be seen. Opaque: only who made it can compare it.
    package var process: String
    /// Unix seconds.
    package var since: Int64
    package init(author: Author, process: String, since: Int64) {
        self.author = author
        self.process = process
        self.since = since
    }

    /// For so long a claim stands by itself, in seconds.
    package static let lifetime: Int64 = 15 * 60

    /// - Parameter now: Unix seconds.
    package func stands(at now: Int64) -> Bool { now - since < Claim.lifetime }
}
