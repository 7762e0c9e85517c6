import FoundationEssentials

/// Checks and tidies a `base_url`, so that one place has one spelling.
enum BaseURL {
    /// Lower-case scheme and host, no default port, no slash at the end; or a sentence about what is wrong.
    static func tidied(_ text: String) -> Result<String, Complaint> {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { return .failure("must be an address such as https://api.runsignup.com/rest.") }
        guard parts.user == nil, parts.password == nil else {
            return .failure("must not hold a user or password; put them under `credentials`.")
        }
        guard parts.query == nil, parts.fragment == nil else {
            return .failure("must end before any `?` or `#`.")
        }
        guard scheme == "https" || (scheme == "http" && isLoopback(host)) else {
            return .failure("must start with https:// (plain http is for this machine only).")
        }
        let isDefault = parts.port == (scheme == "https" ? 443 : 80)
        let port = parts.port.flatMap { isDefault ? nil : ":\($0)" } ?? ""
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        return .success("\(scheme)://\(host)\(port)\(path)")
    }

    /// The whole host must be a loopback address: `127.0.0.1.example.com` is none.
    static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "[::1]", "::1"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    struct Complaint: Error, ExpressibleByStringLiteral {
        let sentence: String
        init(stringLiteral sentence: String) { self.sentence = sentence }
    }
}
