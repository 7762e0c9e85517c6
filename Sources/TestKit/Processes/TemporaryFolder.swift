import FoundationEssentials
import Glibc

/// A folder that goes when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Throws: ``FolderError`` where no folder can be made.
    package init(_ name: String) throws {
        var template = Array("/tmp/shipdesk-\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FolderError(path: "/tmp", words: String(cString: strerror(errno)))
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

    /// Writes a script that can be run. A shell of its own does it: were the file open for writing here while
    /// another test starts a program, that program would hold it open for a moment, and nobody could run it.
    package func write(script: String, to name: String) throws {
        let file = "\(path)/\(name)"
        guard let shell = popen("cat > \(file) && chmod 700 \(file)", "w") else {
            throw FolderError(path: file, words: String(cString: strerror(errno)))
        }
        fputs("#!/bin/sh\n\(script)\n", shell)
        guard pclose(shell) == 0 else { throw FolderError(path: file, words: "It cannot be written.") }
    }

    package func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }
}

package struct FolderError: Error, CustomStringConvertible {
    package var path: String
    package var words: String
    package var description: String { "\(path): \(words)" }
}
