import CNcurses
import Glibc

/// The locale that curses writes text with.
enum CharacterSet {
    /// Sets the character set of the process by the environment, and says whether it is UTF-8.
    ///
    /// Where nobody has said anything it is C.UTF-8, and so it is where a UTF-8 locale is asked for that is
    /// not installed: over SSH that is the rule, not the exception.
    static func adopt(_ environment: [String: String]) -> Bool {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.filter { !$0.isEmpty }
        guard let wanted = names.first else { return set("C.UTF-8") }
        if setlocale(LC_CTYPE, wanted) != nil { return isUTF8 }
        let name = wanted.lowercased()
        return set(name.hasSuffix("utf-8") || name.hasSuffix("utf8") ? "C.UTF-8" : "C")
    }

    private static func set(_ name: String) -> Bool {
        setlocale(LC_CTYPE, name) != nil && isUTF8
    }

    private static var isUTF8: Bool {
        nl_langinfo(Int32(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
    }
}
