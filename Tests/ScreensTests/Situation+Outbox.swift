import Model
import ViewModels

extension Situation {
    static let outboxes: [Situation] = [
        above("outbox-open") { _ in [.outbox(outbox(.open, cursor: 1))] },
        above("outbox-failed") { _ in [.outbox(outbox(.open, cursor: 3))] },
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
        outbox.rows = marks.map {
            OutboxRow(mark: $0, storeName: "Spring Gala", itemName: names[$0.item] ?? "Cap")
        }
        return outbox
    }

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
    ]
}
