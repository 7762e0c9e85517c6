import FoundationEssentials

/// How the fields of a form travel. RunSignup's documents say one thing and its own programs do the other.
package enum FormEncoding: String, Sendable, Hashable, CaseIterable {
    case multipart
    case urlencoded

    /// The body, and the header that names it.
    func encode(_ fields: [(name: String, value: Data)]) -> (header: HTTPHeader, body: Data) {
        switch self {
        case .multipart:
            let form = MultipartForm(fields: fields)
            return (HTTPHeader("Content-Type", form.contentType), form.body)
        case .urlencoded:
            let pairs = fields.map { QueryItem($0.name, String(decoding: $0.value, as: UTF8.self)).encoded }
            let header = HTTPHeader("Content-Type", "application/x-www-form-urlencoded")
            return (header, Data(pairs.joined(separator: "&").utf8))
        }
    }
}
