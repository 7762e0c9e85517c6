import APIs
import Testing

@Suite struct CallGateTests {
    @Test func noMoreThanTheLimitAreInsideAtOnce() async {
        let gate = CallGate(limit: 2)
        let room = Room()
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...50 {
                group.addTask { await gate.through { await room.visit() } }
            }
        }
        #expect(await room.most == 2)
        #expect(await room.visits == 50)
    }
}

/// Counts who is inside.
private actor Room {
    private(set) var most = 0
    private(set) var visits = 0
    private var inside = 0

    func visit() async {
        visits += 1
        inside += 1
        most = max(most, inside)
        for _ in 1...5 { await Task.yield() }
        inside -= 1
    }
}
