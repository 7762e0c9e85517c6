import FoundationEssentials

/// A path as a person types it: `~/` is their home.
struct FilePath {
    let typed: String
    init(_ typed: String) { self.typed = typed }

    /// As the system wants it.
    var path: String {
        guard typed == "~" || typed.hasPrefix("~/"), let home = Environment.variables["HOME"] else {
            return typed
        }
        return home + typed.dropFirst()
    }

    var name: String { typed.split(separator: "/").last.map(String.init) ?? typed }

    /// The folder that it lies in.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What it may go on to, as typed, folders with a slash behind; hidden files only where a dot was typed.
    func continuations() -> [String] {
        let start = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let (before, begun) = (typed[..<start], typed[start...])
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let fitting = names.filter { $0.hasPrefix(begun) && (begun.hasPrefix(".") || !$0.hasPrefix(".")) }
        return fitting.sorted().map { name in
            var isFolder = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            return before + name + (isFolder ? "/" : "")
        }
    }
}
