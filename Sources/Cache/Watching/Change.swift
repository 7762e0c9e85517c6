/// What a commit may have changed.
package struct Change: Sendable, Hashable {
    package struct Subjects: OptionSet, Sendable, Hashable {
        package var rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let purchases = Subjects(rawValue: 1)
        package static let marks = Subjects(rawValue: 2)
        /// Stores, what is known of them, and the names of their items.
        package static let stores = Subjects(rawValue: 4)
        package static let log = Subjects(rawValue: 8)
        package static let everything: Subjects = [.purchases, .marks, .stores, .log]
    }

    package var subjects: Subjects
    /// Committed through this cache; otherwise by another process, or another cache of this one.
    package var isOurs: Bool

    package init(subjects: Subjects, isOurs: Bool) {
        self.subjects = subjects
        self.isOurs = isOurs
    }
}
