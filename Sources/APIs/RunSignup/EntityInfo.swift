/// Which race, partner or ticket event a key belongs to. Its endpoint is not in the documents.
package struct EntityInfo: Sendable, Hashable {
    /// `race`, `partner`, `ticket_event`, `club`; more may come.
    package var type: String
    package var name: String
    /// The id of the race or ticket event itself.
    package var specificID: Int64?
    package init(type: String, name: String, specificID: Int64?) {
        self.type = type
        self.name = name
        self.specificID = specificID
    }
}
