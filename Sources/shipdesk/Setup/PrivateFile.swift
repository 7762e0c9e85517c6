#if canImport(Glibc)
    import Glibc
#endif

/// A file that only its owner may read.
struct PrivateFile {
    var path: String

    /// Makes the folders above it where they are missing; takes no existing file's place.
    /// - Throws: ``Stop``.
    func write(_ text: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for count in parts.indices.dropFirst() { mkdir(parts[...count].joined(separator: "/"), 0o700) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why = errno == EEXIST ? "there is one already" : String(cString: strerror(errno))
            throw Stop(.configuration, "\(path) cannot be written: \(why).")
        }
        Console.write(text, to: descriptor)
        close(descriptor)
    }
}
