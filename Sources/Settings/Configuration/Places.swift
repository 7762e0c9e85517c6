import Glibc

/// Where shipdesk's files stand for this person, from the environment (the XDG base directories).
package struct Places: Sendable, Hashable {
    package let environment: [String: String]

    package init(environment: [String: String]) { self.environment = environment }

    /// Nil where HOME is not set; then only absolute paths work.
    package var home: String? { absolute("HOME") }

    /// `$XDG_CONFIG_HOME/shipdesk`, by default `~/.config/shipdesk`.
    package var configFolder: String? {
        (absolute("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }).map { $0 + "/shipdesk" }
    }

    /// `$XDG_DATA_HOME/shipdesk`, by default `~/.local/share/shipdesk`.
    package var dataFolder: String? {
        (absolute("XDG_DATA_HOME") ?? home.map { $0 + "/.local/share" }).map { $0 + "/shipdesk" }
    }

    /// Where a configuration is looked for when none was named, best first.
    package var configurationFiles: [String] {
        [configFolder, "/etc/shipdesk"].compactMap { $0.map { $0 + "/config.yaml" } }
    }

    /// The path with `~` at its start replaced, and made absolute against `folder`.
    package func expand(_ path: String, in folder: String) -> String {
        if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
        return path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }

    /// An empty variable counts as unset, and so does a relative path, as the XDG rules say.
    func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func absolute(_ name: String) -> String? {
        guard let path = variable(name), path.hasPrefix("/") else { return nil }
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}

extension Places {
    /// The folder that a file stands in; empty for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `box:pts/3`: this host and the terminal of standard input, or the host alone.
    package static var defaultStation: String {
        var host = [CChar](repeating: 0, count: 256)
        let isKnown = gethostname(&host, host.count - 1) == 0
        let letters = host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let name = isKnown ? String(decoding: letters, as: UTF8.self) : "unknown-host"
        guard let terminal = ttyname(STDIN_FILENO).map({ String(cString: $0) }) else { return name }
        return name + ":" + (terminal.hasPrefix("/dev/") ? String(terminal.dropFirst(5)) : terminal)
    }
}
