import FoundationEssentials
import Glibc

/// A text file that a person wrote.
struct TextFile {
    let path: String
    let text: String
    /// Nobody but its owner may read it (0600 or stricter).
    let isPrivate: Bool

    /// - Throws: ``ConfigError`` where it cannot be read or is no UTF-8.
    init(path: String) throws(ConfigError) {
        self.path = path
        guard TextFile.exists(path) else {
            throw ConfigError("There is no such file; check the path.", file: path)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigError(
                "The file cannot be read; check that it is a file and yours to read.", file: path)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigError("The file is not UTF-8 text; save it as UTF-8.", file: path)
        }
        self.text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        isPrivate = TextFile.mode(of: path).map { $0 & 0o077 == 0 } ?? false
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}
