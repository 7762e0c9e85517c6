/// What is wrong with a field of an answer. Says nothing of the field's value, which may be private.
struct FieldFault: Error {
    var path: [any CodingKey]
    var problem: String

    init(path: [any CodingKey], _ problem: String) {
        self.path = path
        self.problem = problem
    }

    init(_ error: any Error) {
        switch error {
        case let fault as FieldFault: self = fault
        case DecodingError.keyNotFound(let key, let context):
            self.init(path: context.codingPath + [key], "is missing")
        case DecodingError.valueNotFound(_, let context): self.init(path: context.codingPath, "is null")
        case DecodingError.typeMismatch(_, let context):
            self.init(path: context.codingPath, "has the wrong type")
        case DecodingError.dataCorrupted(let context):
            self.init(path: context.codingPath, "cannot be read")
        default: self.init(path: [], "cannot be read")
        }
    }

    /// `items[2].quantity`, below the first `depth` keys.
    func field(below depth: Int = 0) -> String {
        path.dropFirst(depth).reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
    }

    var sentence: String {
        path.isEmpty ? "The answer \(problem)." : "The answer's \(field()) \(problem)."
    }
}
