#if canImport(Glibc)
    import Glibc
#endif

/// A file in the making, for its owner's eyes only (0600): it gets its name when it is whole.
final class OutputFile {
    private let typed: String
    /// What is typed to replace a file.
    private let replacer: String
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// - Parameter replacer: the command that replaces a file, for who finds one in the way.
    /// - Throws: ``Stop`` where its folder cannot be written.
    init(_ typed: String, replacer: String) throws {
        self.replacer = replacer
        let place = FilePath(typed)
        self.typed = typed
        path = place.path
        var template = Array("\(place.folder)/.shipdesk-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if descriptor < 0 { throw failure() }
    }

    /// What was not finished leaves nothing behind.
    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(temporary)
        }
    }

    func write(_ text: String) throws { try write(text.utf8) }

    func write(_ bytes: some Sequence<UInt8>) throws {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// - Parameter replacing: a file of this name is replaced; otherwise it stands in the way.
    /// - Throws: ``Stop`` where it does, or where the disk is full.
    func finish(replacing: Bool) throws {
        try flush()
        guard fsync(descriptor) == 0 else { throw failure() }
        if replacing {
            guard rename(temporary, path) == 0 else { throw failure() }
        } else {
            // A link, unlike a new name, never replaces what came there in the meantime.
            guard link(temporary, path) == 0 else { throw failure() }
        }
    }

    private func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw failure() }
            rest = rest.dropFirst(count)
        }
        buffer = []
    }

    private func failure() -> Stop {
        let words =
            errno == EEXIST
            ? "There is a file \(typed) already; \(replacer) replaces it."
            : "\(typed) cannot be written: \(String(cString: strerror(errno)))."
        return Stop(.badData, words)
    }
}
