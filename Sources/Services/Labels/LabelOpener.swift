import Glibc
import Model

/// Shows a label with what the machine has for that: `xdg-open`, where there is one and a screen for it.
package struct LabelOpener: Sendable {
    private let environment: [String: String]
    private let program: String?

    package init(environment: [String: String]) {
        self.environment = environment
        let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        program = hasScreen ? folders.map { "\($0)/xdg-open" }.first { access($0, X_OK) == 0 } : nil
    }

    /// Nobody looks at a station that is a terminal only.
    package var canOpen: Bool { program != nil }

    /// Returns at once: the viewer stays open on its own.
    ///
    /// - Parameter place: a path, or an address that begins with `http`.
    /// - Returns: false where it cannot be opened here.
    package func open(_ place: String) -> Bool {
        let folder = environment["TMPDIR"] ?? "/tmp"
        guard let program, let nowhere = try? OwnFile.temporary(in: folder) else { return false }
        unlink(nowhere.path)
        let words = ["/bin/sh", "-c", "\"$0\" \"$1\" </dev/null >/dev/null 2>&1 &", program, place]
        return (try? Tool(words, environment, folder).run(output: nowhere))?.isGood ?? false
    }
}
