import FoundationEssentials

/// An error in either of Tixstock's shapes.
struct TixstockError: Error {
    var status: Int
    /// Text on the wire. Nil: a validation, told as a list of sentences.
    var code: Int?
    var sentences: [String]

    static func told(_ code: Int, _ title: String) -> TixstockError {
        TixstockError(status: (400..<600).contains(code) ? code : 401, code: code, sentences: [title])
    }

    /// The vendor does not say with which status these come.
    static func invalid(_ sentences: [String]) -> TixstockError {
        TixstockError(status: 422, code: nil, sentences: sentences)
    }

    func answer(as200: Bool = false) -> Answer {
        let errors: any Encodable =
            code.map { ["title": sentences.first ?? "", "code": String($0)] } ?? sentences
        let body = Body(errors: errors)
        return (try? Answer(json: body, status: as200 ? 200 : status)) ?? Answer(status: status)
    }

    private struct Body: Encodable {
        var errors: any Encodable

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode([String](), forKey: AnyKey("data"))
            try row.encode([String: String](), forKey: AnyKey("meta"))
            try errors.encode(to: row.superEncoder(forKey: AnyKey("errors")))
        }
    }
}
