import FoundationEssentials

/// What goes back for one call, as a value, so that faults can spoil it before it leaves.
struct Answer: Sendable {
    /// How the answer ends on the wire.
    enum Ending: Sendable, Equatable {
        case whole
        /// The head promises all of the body; the connection closes after so many bytes of it.
        case cut(after: Int)
        /// The connection closes without a byte.
        case close
        /// The same, with a reset.
        case reset
    }

    var status = 200
    var contentType = "application/json; charset=utf-8"
    /// Seconds.
    var retryAfter: Int?
    /// Of a redirect.
    var location: String?
    var body = Data()
    var ending = Ending.whole

    init(status: Int = 200, body: Data = Data()) {
        self.status = status
        self.body = body
    }

    init(json value: some Encodable, status: Int = 200) throws {
        let encoder = JSONEncoder()
        // The same bytes every time, so that a body cut off at some byte is the same body.
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        self.init(status: status, body: try encoder.encode(value))
    }

    init(html title: String, status: Int) {
        let page = """
            <!DOCTYPE html>
            <html><head><title>\(title)</title></head>
            <body><center><h1>\(title)</h1></center><hr><center>cloudfront</center></body></html>
            """
        self.init(status: status, body: Data(page.utf8))
        contentType = "text/html; charset=UTF-8"
    }

    init(_ error: StoreError) {
        let body = StoreError.Body(error: .init(error_code: error.code, error_msg: error.message))
        self.init(status: error.status, body: (try? JSONEncoder().encode(body)) ?? Data())
    }
}
