import FoundationEssentials

/// The parts of a `multipart/form-data` body, read as strictly as the format is written down.
struct MultipartForm {
    private(set) var fields: [(name: String, value: Data)] = []

    init(contentType: String, body: Data) throws(StoreError) {
        let boundary = try Self.boundary(of: contentType)
        let delimiter = Data("\r\n--\(boundary)".utf8)
        // The first delimiter stands at the very start, without a line end before it.
        var rest = Data("\r\n".utf8) + body
        guard rest.starts(with: delimiter) else { throw Self.malformed("does not begin with its boundary") }
        rest = Data(rest.dropFirst(delimiter.count))
        while !rest.starts(with: Data("--".utf8)) {
            guard rest.starts(with: Data("\r\n".utf8)), let end = rest.firstRange(of: delimiter) else {
                throw Self.malformed("does not end with its boundary")
            }
            fields.append(try Self.part(Data(rest[rest.startIndex + 2..<end.lowerBound])))
            rest = Data(rest[end.upperBound...])
        }
    }

    private static func part(_ data: Data) throws(StoreError) -> (name: String, value: Data) {
        guard let gap = data.firstRange(of: Data("\r\n\r\n".utf8)) else {
            throw malformed("has a part without a head")
        }
        let head = String(decoding: data[data.startIndex..<gap.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n").map { $0.lowercased() }
        guard let disposition = lines.first(where: { $0.hasPrefix("content-disposition: form-data") }),
            let name = quoted("name", in: disposition)
        else { throw malformed("has a part without a name") }
        return (name, Data(data[gap.upperBound...]))
    }

    private static func boundary(of contentType: String) throws(StoreError) -> String {
        let pieces = contentType.split(separator: ";").map { $0.trimmed }
        guard pieces.first?.lowercased() == "multipart/form-data" else {
            throw StoreError.parameter("The request must be multipart/form-data.")
        }
        guard let piece = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
            throw malformed("names no boundary")
        }
        return String(piece.dropFirst("boundary=".count)).trimming("\"")
    }

    private static func quoted(_ name: String, in line: String) -> String? {
        for piece in line.split(separator: ";").map(\.trimmed) where piece.hasPrefix("\(name)=") {
            return String(piece.dropFirst(name.count + 1)).trimming("\"")
        }
        return nil
    }

    private static func malformed(_ what: String) -> StoreError { .parameter("The multipart body \(what).") }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(self).trimming(" ") }
}

extension String {
    fileprivate func trimming(_ character: Character) -> String {
        var text = self[...]
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
