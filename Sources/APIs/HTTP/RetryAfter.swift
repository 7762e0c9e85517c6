extension HTTPHead {
    /// Seconds to wait as the server said it, in seconds or as a date; nil where it did not.
    package var retryAfter: Int? {
        guard let text = self["Retry-After"] else { return nil }
        if let seconds = Int(text) { return min(max(seconds, 0), HTTPHead.longestWait) }
        guard let until = ServerTime(httpDate: text), let now = serverTime else { return nil }
        return Int(min(max(until.unixSeconds - now.unixSeconds, 0), Int64(HTTPHead.longestWait)))
    }

    /// Nobody waits longer than an hour on a server's word.
    static let longestWait = 3_600
}
