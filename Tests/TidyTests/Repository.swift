import FoundationEssentials

/// The files of this package as they lie on the disk.
enum Repository {
    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// Every Swift file under Sources and Tests.
    static let swiftFiles: [SourceFile] = ["Sources", "Tests"].flatMap { folder in
        paths(under: folder).filter { $0.hasSuffix(".swift") }.map { SourceFile(path: $0) }
    }

    static var sources: [SourceFile] { swiftFiles.filter { $0.folder == "Sources" } }

    /// The names of what lies in a folder, in order.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }

    /// Every file below a folder, with its path from the root.
    static func paths(under folder: String) -> [String] {
        names(in: folder).flatMap { name in
            let path = "\(folder)/\(name)"
            var isFolder = false
            _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
            return isFolder ? paths(under: path) : [path]
        }
    }

    /// Empty where the file is missing.
    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data(), as: UTF8.self)
    }
}

/// One Swift file.
struct SourceFile: Sendable {
    /// From the root: `Sources/Model/Rules/Figures.swift`.
    let path: String
    let text: String
    let lines: [Substring]

    init(path: String) { self.init(path: path, text: Repository.text(path)) }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private var parts: [Substring] { path.split(separator: "/") }
    /// `Sources` or `Tests`.
    var folder: Substring { parts[0] }
    var target: String { String(parts[1]) }
    /// Without its extension.
    var name: String { String(parts[parts.count - 1].dropLast(".swift".count)) }
}
