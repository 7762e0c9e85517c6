/// What goes wrong with a request that marks.
enum PostFault: String, CaseIterable, Hashable {
    case nothingLeft, requestLost, replyLost, late, gatewayBefore, gatewayAfter, gatewayLate
    case errorBefore, errorAfter, cutOff, halfApplied, halfAppliedSilently, named, lineMissing, throttled
}

/// What goes wrong with a page of the list.
enum ReadFault: String, CaseIterable, Hashable {
    case nothingLeft, lost, named, throttled
}

/// What goes wrong in one world, and how often.
struct Faults {
    /// In a hundred calls.
    var posts: Int
    var reads: Int
    var postKinds: [PostFault]
    var readKinds: [ReadFault]
    /// In a hundred durable steps.
    var kills: Int
    var fullDisks: Int
    /// In a hundred effects: the list lags behind the ledger.
    var lags: Int
    /// Milliseconds.
    var longestLag: Int64
    var refusals: Int
    var zombies: Int
    /// In a hundred posts: a pause between writing `sending` and the first byte.
    var stalls: Int
    /// In a hundred reads: the answer takes many seconds.
    var slowReads: Int
    var clockSteps: Int
    var unreadable: Int

    init(_ chance: inout Chance) {
        posts = chance.pick([0, 10, 30, 60, 80])
        reads = chance.pick([0, 0, 10, 30])
        postKinds = PostFault.allCases.filter { _ in chance.happens(50) }
        if postKinds.isEmpty { postKinds = [.replyLost] }
        readKinds = ReadFault.allCases
        kills = chance.pick([0, 0, 2, 6])
        fullDisks = chance.pick([0, 0, 0, 3])
        lags = chance.pick([0, 0, 40])
        longestLag = chance.pick([1_500, 1_500, 8_000])
        refusals = chance.pick([0, 0, 1])
        stalls = chance.pick([0, 0, 0, 20])
        slowReads = chance.pick([0, 3, 20])
        zombies = chance.pick([0, 0, 1])
        clockSteps = chance.pick([0, 0, 0, 1])
        unreadable = chance.pick([0, 0, 0, 1])
    }
}
