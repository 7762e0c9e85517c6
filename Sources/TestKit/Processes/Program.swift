import FoundationEssentials
import Glibc

/// The program under test: the binary that was built beside the test bundle.
package enum Program {
    package static let path: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var folder = own.split(separator: "/").dropLast()
        while !folder.isEmpty {
            let candidate = "/" + folder.joined(separator: "/") + "/shipdesk"
            if access(candidate, X_OK) == 0, !isFolder(candidate) { return candidate }
            folder = folder.dropLast()
        }
        return "shipdesk"
    }()

    /// An environment as bare as a new account's, with what a coverage run needs.
    ///
    /// - Parameter home: a folder for everything that a person's files would be looked for in.
    package static func environment(home: String) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        var bare = ["HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "PATH": own["PATH"] ?? "/usr/bin:/bin"]
        // A crash is seen by its signal; reading its stack takes longer than any test waits.
        bare["SWIFT_BACKTRACE"] = "enable=no"
        for name in ["LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] { bare[name] = own[name] }
        return bare
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
}
