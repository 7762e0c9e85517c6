import FoundationEssentials
import Terminal

/// Keeps pictures of screens as text files beside the tests and compares with them.
///
/// `SHIPDESK_RECORD=1` writes what differs and still fails, so that a recording run can never pass for a test
/// run. A file is named `<screen>-<situation>-<width>x<height>.txt`.
package struct Golden: Sendable {
    private let folder: String

    /// - Parameter file: the test's own path; its folder holds the folder `Golden`.
    package init(file: String = #filePath) {
        folder =
            file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/Golden"
    }

    /// Throws ``GoldenMismatch`` where the picture is another one, is missing, or has just been recorded.
    package func match(_ grid: Grid, _ name: String) throws {
        let file = Golden.fileName(name, grid.size)
        let path = "\(folder)/\(file)"
        let new = picture(of: grid)
        let old = (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
        if old == new { return }
        guard Golden.isRecording else {
            throw GoldenMismatch(
                file: file, words: old.map { difference($0, new) } ?? "It is missing.\n\(new)")
        }
        try Data(new.utf8).write(to: URL(filePath: path))
        throw GoldenMismatch(
            file: file, words: "Recorded. Look at it, then run again without SHIPDESK_RECORD.")
    }

    package static func fileName(_ name: String, _ size: Size) -> String {
        "\(name)-\(size.width)x\(size.height).txt"
    }

    /// The files in the folder that no test names any more.
    package func stale(naming names: [String]) throws -> [String] {
        let named = Set(names)
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".txt") && !named.contains($0) }
            .sorted()
    }

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["SHIPDESK_RECORD"] == "1" }
}

package struct GoldenMismatch: Error, CustomStringConvertible {
    package var file: String
    package var words: String
    package var description: String { "\(file)\n\(words)" }
}
