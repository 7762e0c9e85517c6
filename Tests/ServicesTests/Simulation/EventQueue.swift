/// What will happen, by time, and in the order it was planned where times are equal.
struct EventQueue {
    struct Event {
        var at: Int64
        var order: Int
        var event: () throws -> Void
    }

    private var events: [Event] = []
    private var planned = 0

    mutating func add(at: Int64, _ event: @escaping () throws -> Void) {
        planned += 1
        let new = Event(at: at, order: planned, event: event)
        let index = events.firstIndex { ($0.at, $0.order) < (new.at, new.order) } ?? events.endIndex
        events.insert(new, at: index)
    }

    /// Later ones stand first.
    mutating func next() -> Event? { events.popLast() }
}
