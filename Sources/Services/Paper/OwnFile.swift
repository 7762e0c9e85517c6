import Glibc

/// A file that only its owner can read, open for as long as this lives.
final class OwnFile {
    let path: String
    let descriptor: Int32

    /// - Throws: ``PaperError`` where there is such a file already, or none can be made.
    init(creating path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why = String(cString: strerror(errno))
            throw PaperError(
                errno == EEXIST
                    ? "\(path) is there already; take another name." : "\(path) cannot be written: \(why).")
        }
        self.path = path
    }

    deinit { close(descriptor) }

    static func temporary(in folder: String) throws -> OwnFile {
        try OwnFile(creating: "\(folder)/shipdesk-\(UInt64.random(in: 0 ... .max))")
    }

    /// All of it; whoever reads next begins at the front.
    func write(_ text: String) throws {
        var text = text
        let isWhole = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, start, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return true
        }
        guard isWhole, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw PaperError("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    var size: Int {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
    }

    /// Without what follows it; at most 400 bytes.
    var firstLine: String {
        var bytes = [UInt8](repeating: 0, count: 400)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let line = bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line, as: UTF8.self)
    }
}
