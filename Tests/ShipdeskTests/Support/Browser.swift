import APIs
import TestKit

/// A person at a browser: opens a page and goes where it leads.
struct Browser {
    /// - Parameter follows: whether the browser can reach where the page sends it.
    /// - Returns: the address at which it ends.
    @discardableResult
    func open(_ address: String, follows: Bool = true) async throws -> String {
        let network = Network(userAgent: "browser")
        do {
            let page = try await network.door.send(HTTPCall(.get, baseURL: address, path: ""))
            let next = page.head["Location"] ?? ""
            if follows { _ = try await network.door.send(HTTPCall(.get, baseURL: next, path: "")) }
            await network.shutDown()
            return next
        } catch {
            await network.shutDown()
            throw error
        }
    }
}

extension RunningProgram {
    /// The address that `shipdesk login` shows.
    func loginAddress() async throws -> String {
        try await eventually("the address is shown") { address != nil }
        return address ?? ""
    }

    private var address: String? {
        output.split(separator: "\n").map { String($0) }.first {
            $0.hasPrefix("http") && $0.contains("code_challenge_method=S256")
        }
    }
}

extension Box {
    /// A race's store of the configuration that is opened by a login.
    static func loginEntry(_ baseURL: String, more: String = "") -> String {
        let page = baseURL.replacing("/rest", with: "/Profile/OAuth2/RequestGrant")
        return raceEntry(
            baseURL,
            credentials:
                "{client_id: demo-desk, client_secret: demo-client-secret, login_page: '\(page)'\(more)}")
    }

    /// Somebody logs in at a browser on this machine.
    func logIn() async throws -> Outcome {
        let login = try start(["login"])
        try await Browser().open(try await login.loginAddress())
        let ending = await login.wait()
        return Outcome(ending: ending, output: login.output, errors: login.errors)
    }
}
