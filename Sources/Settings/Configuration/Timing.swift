/// The figures of sync and of the exactly-once protocol. The defaults are the protocol's; changing them is
/// for stores that answer unusually slowly, and for tests.
package struct Timing: Sendable, Hashable {
    /// An incremental sync this often.
    package var syncEvery: Duration = .seconds(30)
    /// A full pass this often, until a store is known to move its timestamps on a fulfillment.
    package var fullSyncEvery: Duration = .seconds(15 * 60)
    /// An incremental sync reaches back this far before the last one.
    package var syncOverlap: Duration = .seconds(300)
    /// A lost request may still take effect this long after it was sent.
    package var settleWait: Duration = .seconds(40)
    /// The reads that show nothing begin at least this long after the request was given up.
    package var settleMargin: Duration = .seconds(5)
    /// A call without an answer is given up.
    package var callTimeout: Duration = .seconds(20)
    /// A fresh read serves sends for this long.
    package var readServes: Duration = .seconds(30)
    /// The longest pause before another try while people wait.
    package var retryWaiting: Duration = .seconds(10)
    /// The longest pause before another try in the background.
    package var retryBackground: Duration = .seconds(60)
    /// A store that refused credentials is asked again this often.
    package var probeEvery: Duration = .seconds(30)
    /// A process that leads and is stopped for this long is said to hold up the others.
    package var stoppedAfter: Duration = .seconds(10)

    package init() {}
}
