import Cache

#if canImport(Glibc)
    import Glibc
#endif

/// The file behind a lock: who may open it, and what it says about its holder.
struct LockFile: Sendable {
    private let directory: String
    private let name: String
    var path: String { "\(directory)/\(name).lock" }
    /// Every user of the box may take the lock, whatever anybody's umask; otherwise those of the data
    /// directory.
    let isForEverybody: Bool

    init(directory: String, name: String, isForEverybody: Bool = false) {
        self.directory = directory
        self.name = name
        self.isForEverybody = isForEverybody
    }

    /// A name for a file that no other text gets, of letters that every file system takes.
    static func name(for text: String) -> String {
        let letters = text.utf8.prefix(40).map { isPlain($0) ? Character(UnicodeScalar($0)) : "_" }
        let mix = text.utf8.reduce(into: UInt64(14_695_981_039_346_656_037)) { mix, byte in
            mix = (mix ^ UInt64(byte)) &* 1_099_511_628_211
        }
        return String(letters) + "-" + String(mix, radix: 36)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Beside this one.
    func named(adding ending: String) -> LockFile {
        LockFile(directory: directory, name: name + ending, isForEverybody: isForEverybody)
    }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Open, and made where there was none. No child inherits it.
    ///
    /// In a folder that everybody may write to, a file of somebody else must not be opened with O_CREAT
    /// (`fs.protected_regular`), nor may a link lead us to another file.
    func open() throws(LockError) -> Int32 {
        var code: Int32 = 0
        for attempt in 0..<20 {
            // Its maker is about to open it to everybody.
            if attempt > 0 { usleep(1_000) }
            let known = Glibc.open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            if known >= 0 { return try checked(known) }
            if errno == ENOENT {
                let new = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
                if new >= 0 {
                    fchmod(new, mode)
                    return new
                }
            }
            code = errno
            guard code == EEXIST || code == EACCES && isForEverybody else { break }
        }
        throw LockError(path: path, code: code)
    }

    private var mode: mode_t {
        isForEverybody ? 0o666 : Cache.fileMode(in: directory)
    }

    /// Only a plain file that has no other name: what is written into it must not land elsewhere.
    private func checked(_ file: Int32) throws(LockError) -> Int32 {
        var status = stat()
        if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink <= 1 {
            // From a time when it was made with another mode.
            if status.st_uid == geteuid(), status.st_mode & 0o777 != mode { fchmod(file, mode) }
            return file
        }
        close(file)
        throw LockError(path: path, code: EEXIST)
    }

    /// False where somebody replaced the file: a lock on the old one means nothing.
    func isStillAtPath(_ opened: Int32) -> Bool {
        var ours = stat()
        var theirs = stat()
        return fstat(opened, &ours) == 0 && stat(path, &theirs) == 0 && ours.st_ino == theirs.st_ino
            && ours.st_dev == theirs.st_dev
    }

    // MARK: The holder

    /// Says who holds the lock; a disk that is full is no reason not to hold it.
    func sign(_ file: Int32) {
        let text = Array(BoxProcess.own.written.utf8)
        ftruncate(file, 0)
        pwrite(file, text, text.count, 0)
    }

    func clear(_ file: Int32) { ftruncate(file, 0) }

    /// Who signed it last, whether or not it is still there.
    var signature: BoxProcess? {
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(file, &bytes, bytes.count, 0)
        return BoxProcess(written: String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
    }
}

/// A lock file that cannot be opened.
package struct LockError: Error, Sendable, Hashable {
    package var path: String
    package var code: Int32

    package var sentence: String {
        "The lock file \(path) cannot be opened (\(String(cString: strerror(code)))); "
            + "check who may write in its folder."
    }
}
