import Model
import ViewModels

extension Situation {
    static let outboxes: [Situation] = [
        above("outbox-open") { _ in [.outbox(outbox(.open, cursor: 1))] },
        above("outbox-failed") { _ in [.outbox(outbox(.open, cursor: 3))] },
        above("outbox-needs-you") { _ in [.outbox(outbox(.open, cursor: 8))] },
        listed("outbox-offline") { desk in
            let why = "The server at store.test refuses connections on port 443; nobody listens there."
            desk.surroundings.health[0].phase = .offline(why: why, retryAt: Station.now + 8)
            desk.stack = [.outbox(outbox(.open, cursor: 2))]
        },
        above("outbox-action") { _ in [.outbox(outbox(.action(ActionID(31)), cursor: 0))] },
        above("outbox-empty") { _ in
            var outbox = OutboxScreen()
            outbox.isLoading = false
            return [.outbox(outbox)]
        },
    ]

    private static func outbox(_ scope: OutboxScope, cursor: Int) -> OutboxScreen {
        var outbox = OutboxScreen(scope: scope)
        outbox.isLoading = false
        outbox.cursor = cursor
        outbox.rows = marks.map { mark in
            OutboxRow(
                mark: mark, storeName: "Spring Gala", itemName: names[mark.item] ?? "Cap",
                prospect: prospects[mark.state],
                alarms: mark.id == MarkID(1)
                    ? [
                        Alarm(
                            reason: .landedLate, mark: mark.id,
                            words: "An earlier attempt at item 1 landed late: take 2 back.")
                    ] : [])
        }
        return outbox
    }

    private static let prospects: [MarkState: Prospect] = [
        .queued: Prospect(sendFrom: (Station.now + 8) * 1000),
        .unknown: Prospect(readAt: (Station.now + 28) * 1000, sendFrom: (Station.now + 41) * 1000),
    ]

    private static let names = [1: "Shirt L", 2: "Mug", 3: "ポスター 大 サイン入り"]

    private static let marks: [Mark] = [
        Details.mark(9, item: 1, quantity: 2, state: .sending, tracking: "1Z999AA10123456784", minutesAgo: 0),
        Details.mark(
            8, purchase: 1044, item: 3, quantity: 1, state: .unknown, minutesAgo: 3,
            reason: "The connection was cut before the answer was complete.", attempts: 2, waits: 28),
        Details.mark(
            7, purchase: 1047, item: 4, quantity: 3, verb: .handOver, state: .queued, minutesAgo: 4,
            attempts: 0, waits: 8),
        Details.mark(
            6, purchase: 1051, item: 2, quantity: 4, state: .failed, minutesAgo: 9,
            reason: "Item 2: the quantity is more than was purchased (11)."),
        Details.mark(
            5, purchase: 1052, item: 1, quantity: 1, state: .conflict, minutesAgo: 60,
            reason: "The address was changed in the store."),
        Details.mark(4, purchase: 1060, item: 2, quantity: 1, state: .attention, minutesAgo: 90),
        Details.mark(
            3, purchase: 1043, item: 2, quantity: -1, verb: .undo, state: .confirmed, minutesAgo: 100),
        Details.mark(2, purchase: 1043, item: 2, quantity: 1, state: .dropped, minutesAgo: 110),
        Details.mark(
            1, purchase: 1040, item: 1, quantity: 2, state: .confirmed, minutesAgo: 130, attempts: 2),
    ]
}
