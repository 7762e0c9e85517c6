#if canImport(Glibc)
    import Glibc
#endif

/// The process's surroundings, read once.
enum Environment {
    static let variables: [String: String] = {
        // /proc is used because Swift 6 refuses the C library's shared `environ`.
        guard let file = fopen("/proc/self/environ", "r") else { return [:] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        var variables: [String: String] = [:]
        for entry in bytes.split(separator: 0) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            variables[String(decoding: entry[..<equals], as: UTF8.self)] =
                String(decoding: entry[entry.index(after: equals)...], as: UTF8.self)
        }
        return variables
    }()

    /// The login name, as the system knows it.
    static var person: String {
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return variables["USER"] ?? "uid \(getuid())"
    }
}
