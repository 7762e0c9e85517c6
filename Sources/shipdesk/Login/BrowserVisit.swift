import APIs
import Dispatch
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// A person's way to the login page and back: by the browser's redirect to this machine, or by what they
/// paste here, whichever comes first.
struct BrowserVisit {
    let application: OAuthApplication
    private let key: ProofKey
    private let state: String

    init(_ application: OAuthApplication) {
        self.application = application
        key = ProofKey()
        // As hard to guess as the key itself.
        state = ProofKey().verifier
    }

    /// What the way brought: good for one call to the server.
    struct Grant {
        var code: String
        var key: ProofKey
        var redirectURI: String
    }

    /// - Throws: ``Stop`` where it was not granted, or nothing came in time.
    func run(limit: Duration = .seconds(15 * 60)) async throws -> Grant {
        let (returns, bell) = AsyncStream<OAuthReturn?>.makeStream()
        let port = listeningPort
        let listener =
            if let port {
                await OAuthListener.open(port: port, state: state) { bell.yield($0) }
            } else { OAuthListener?.none }
        var application = application
        if application.redirectURI.isEmpty {
            guard let listener else { throw Stop(.unreachable, "No port of 127.0.0.1 can be had.") }
            application.redirectURI = "http://127.0.0.1:\(listener.port)/"
        }
        invite(application, listener)
        let isAlone = listener == nil
        readPasted {
            bell.yield($0)
        } ended: {
            // Nobody is left who could bring anything.
            if isAlone { bell.yield(nil) }
        }
        let end = Task {
            try await Task.sleep(for: limit)
            bell.yield(nil)
        }
        defer { end.cancel() }
        let code = try await firstCode(returns)
        await listener?.close()
        return Grant(code: code, key: key, redirectURI: application.redirectURI)
    }

    private func firstCode(_ returns: AsyncStream<OAuthReturn?>) async throws -> String {
        for await back in returns {
            switch back {
            case .code(let code): return code
            case .refused(let words): throw Stop(.refused, "The login was not granted: \(words).")
            case .foreign:
                Console.tell("That belongs to another login; open the address above, and paste what comes.")
            case .nothing: Console.tell("There is no code in that; paste the whole address.")
            case nil: throw Stop(.refused, "Nothing came back. Begin again when you are at the browser.")
            }
        }
        throw Stop(.refused, "Nothing came back.")
    }

    private func invite(_ application: OAuthApplication, _ listener: OAuthListener?) {
        Console.say("Open this address in a browser, on any machine, and agree there:")
        Console.say("")
        Console.say(application.loginURL(key, state: state))
        Console.say("")
        if let listener {
            Console.say("On this machine the rest goes by itself (127.0.0.1:\(listener.port) is waiting).")
        } else if listeningPort != nil {
            Console.tell("Port \(listeningPort ?? 0) is taken, so what comes back has to be pasted.")
        }
        Console.say("On another one the browser ends at an address that it cannot open, with `code=` in it:")
        Console.say("paste that address here, or the code alone, and press Enter.")
    }

    /// The port that the redirect leads to; 0 for any; nil where it does not lead to this machine.
    private var listeningPort: Int? {
        if application.redirectURI.isEmpty { return 0 }
        guard let parts = URLComponents(string: application.redirectURI), parts.scheme == "http",
            let port = parts.port, ["127.0.0.1", "localhost"].contains(parts.host)
        else { return nil }
        return port
    }

    /// On a thread of its own, which ends with the process: nothing can call off a read of a terminal.
    private func readPasted(
        _ came: @escaping @Sendable (OAuthReturn) -> Void, ended: @escaping @Sendable () -> Void
    ) {
        let state = state
        DispatchQueue(label: "shipdesk.pasted").async {
            while let line = readLine() {
                if line.contains(where: { !$0.isWhitespace }) { came(OAuthReturn(line, state: state)) }
            }
            ended()
        }
    }
}
