/// The whole behaviour of the dashboard as one value: events in, effects out.
///
/// What is to be seen is the ``Desk``; around it only stands what tells a scanner from a person.
package struct Dashboard: Sendable, Hashable {
    package private(set) var desk: Desk

    package init(_ surroundings: Surroundings) { desk = Desk(surroundings) }

    /// What to do before the first frame: read the first page.
    package mutating func start() -> [Effect] { [] }

    package mutating func update(_ event: Event) -> [Effect] { [] }
}
