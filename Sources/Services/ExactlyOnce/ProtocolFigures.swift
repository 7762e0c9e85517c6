/// The protocol's numbers, with its defaults; all are settings. Milliseconds, but where named.
package struct ProtocolFigures: Sendable, Hashable {
    /// From writing `sending`: before that an effect may still land.
    package var settleWait: Int64 = 40_000
    /// From the failure.
    package var settleMargin: Int64 = 5_000
    /// Between the two reads that prove an absence.
    package var readGap: Int64 = 2_000
    /// For so long a read of a purchase serves sends.
    package var readServes: Int64 = 30_000
    /// Looks soon after a failure, from the failure: an effect found early is told early.
    package var earlyLooks: [Int64] = [0, 5_000, 15_000]
    /// Purchases in one request (fulfillment document).
    package var batchSize = 100
    /// Purchases covered by one round of reading.
    package var readingSize = 1_000
    /// Between tries while the credentials are refused.
    package var pauseProbe: Int64 = 30_000
    package var backOffStart: Int64 = 1_000
    /// While people wait: for marks.
    package var backOffMax: Int64 = 10_000
    /// In the background: for marks while nobody waits, and for passes.
    package var backOffMaxInBackground: Int64 = 60_000

    /// A clock that went ahead by more than this, against one that only counts, was set.
    package var clockLeap: Int64 = 1_000

    package init() {}

    /// 1 s doubling, as long as nothing answers.
    package func backOff(after failures: Int, whilePeopleWait: Bool = true) -> Int64 {
        let most = whilePeopleWait ? backOffMax : backOffMaxInBackground
        return min(most, backOffStart << Int64(min(16, max(0, failures - 1))))
    }

    /// A mark that keeps failing alone waits longer and longer, so that it cannot keep the queue busy.
    package func pause(beforeAttempt number: Int) -> Int64 {
        number <= 8 ? 0 : min(60_000, backOffStart << Int64(min(16, number - 9)))
    }
}
