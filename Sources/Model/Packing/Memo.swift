/// A note that somebody wrote to a purchase, for the next person; kept on this box.
package struct Memo: Sendable, Hashable, Codable {
    package var text: String
    package var author: Author
    /// Unix seconds.
    package var at: Int64
    package init(text: String, author: Author, at: Int64) {
        self.text = text
        self.author = author
        self.at = at
    }
}
