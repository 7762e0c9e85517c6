import Model

extension Author {
    /// `anna@bench-3`.
    var words: String { "\(person)@\(station)" }
}
