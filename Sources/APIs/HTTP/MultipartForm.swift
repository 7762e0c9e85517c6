import FoundationEssentials

/// A `multipart/form-data` body of text fields.
package struct MultipartForm: Sendable {
    package var fields: [(name: String, value: Data)]

    package init(fields: [(name: String, value: Data)]) { self.fields = fields }

    package var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    package var body: Data {
        let boundary = boundary
        var body = Data()
        for field in fields {
            body += Data("--\(boundary)\r\n".utf8)
            body += Data("Content-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n".utf8)
            body += field.value + Data("\r\n".utf8)
        }
        return body + Data("--\(boundary)--\r\n".utf8)
    }

    /// The first of a fixed series that stands in no field: the same form has the same bytes every time.
    private var boundary: String {
        let series = (0...).lazy.map { "shipdesk-form-\($0)" }
        return series.first { !occurs($0) } ?? ""
    }

    private func occurs(_ boundary: String) -> Bool {
        fields.contains { $0.value.firstRange(of: Data(boundary.utf8)) != nil }
    }
}
