import FoundationEssentials

/// The login page and the two token calls.
struct LoginEndpoints {
    let desk: LoginDesk
    let client: AcceptedCredentials.Pair?

    func answer(_ call: Call) -> Answer {
        do throws(LoginError) {
            switch call.endpoint {
            case .login: return try page(call)
            case .redemption: return try redemption(call)
            case .refresh: return try refresh(call)
            default: throw .request("Unknown method")
            }
        } catch {
            return error.answer
        }
    }

    /// Consents at once and sends the browser back.
    private func page(_ call: Call) throws(LoginError) -> Answer {
        let fields = call.query.reduce(into: [:]) { $0[$1.name] = $1.value }
        guard fields["client_id"] == client?.key else { throw .client }
        guard fields["response_type"] == "code" else { throw .request("response_type must be code.") }
        guard let redirect = fields["redirect_uri"], Self.isLoopback(redirect) else {
            throw .request("redirect_uri is not registered.")
        }
        guard fields["code_challenge_method"] == "S256", let challenge = fields["code_challenge"],
            challenge.count == 43
        else { throw .request("A code_challenge with S256 is needed.") }
        let code = desk.code(challenge: challenge, redirect: redirect)
        let state = fields["state"].map { "&state=" + Self.encoded($0) } ?? ""
        var answer = Answer(status: 302)
        answer.location = "\(redirect)?code=\(code)\(state)"
        return answer
    }

    private func redemption(_ call: Call) throws(LoginError) -> Answer {
        let form = try form(call, grant: "authorization_code", ["code", "redirect_uri", "code_verifier"])
        return tokens(
            try desk.redeem(
                code: form["code"] ?? "", verifier: form["code_verifier"] ?? "",
                redirect: form["redirect_uri"] ?? ""))
    }

    private func refresh(_ call: Call) throws(LoginError) -> Answer {
        let form = try form(call, grant: "refresh_token", ["refresh_token"])
        return tokens(try desk.refresh(form["refresh_token"] ?? ""))
    }

    private func tokens(_ tokens: LoginTokens) -> Answer {
        (try? Answer(json: tokens)) ?? Answer(status: 500)
    }

    /// The fields of a form in either encoding: those wanted, none twice, and none but the known.
    private func form(
        _ call: Call, grant: String, _ wanted: Set<String>
    ) throws(LoginError) -> [String: String] {
        let pairs: [(name: String, value: String)]
        let type = call.headers["content-type"] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            pairs = Self.pairs(String(decoding: call.body, as: UTF8.self))
        } else if let form = try? MultipartForm(contentType: type, body: call.body) {
            pairs = form.fields.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) }
        } else {
            throw .request("The body is no form.")
        }
        let form = Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
        let known = wanted.union(["grant_type", "client_id", "client_secret", "code_challenge_method"])
        guard form.count == pairs.count, Set(form.keys).isSubset(of: known),
            wanted.isSubset(of: form.keys)
        else { throw .request("A field is missing, unknown or given twice.") }
        guard form["grant_type"] == grant else { throw .request("grant_type must be \(grant).") }
        guard let client, form["client_id"] == client.key,
            form["client_secret"].map({ $0 == client.secret }) ?? true
        else { throw .client }
        return form
    }

    private static func pairs(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { percentDecoded(String($0), plusIsSpace: true) }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        ["http://localhost:", "http://127.0.0.1:"].contains { address.hasPrefix($0) }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = byte < 128 && (Character(Unicode.Scalar(byte)).isLetter || (48...57).contains(byte))
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0\(hex)" : "%\(hex)")
        }.joined()
    }
}
