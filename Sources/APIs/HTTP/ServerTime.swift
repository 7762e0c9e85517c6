/// What the server's clock said when it answered.
package struct ServerTime: Sendable, Hashable, Comparable {
    package var unixSeconds: Int64
    package init(unixSeconds: Int64) { self.unixSeconds = unixSeconds }
    package static func < (a: ServerTime, b: ServerTime) -> Bool { a.unixSeconds < b.unixSeconds }
}
