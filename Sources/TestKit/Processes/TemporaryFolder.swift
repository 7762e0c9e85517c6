import FoundationEssentials
import Glibc

/// A folder that goes when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Throws: ``SpawnError`` where no folder can be made.
    package init(_ name: String) throws {
        var template = Array("/tmp/shipdesk-\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw SpawnError(path: "/tmp", words: String(cString: strerror(errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file with the mode that secrets in it need.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, 0o600)
        return file
    }

    package func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }
}
