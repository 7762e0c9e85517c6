import APIs
import FoundationEssentials
import Glibc
import Model

/// Where the login of this user at one store is kept: in the data directory, in a folder (0700) and a file
/// (0600) that nobody else can open, because a refresh token is good for twenty years.
package struct LoginFile: Sendable {
    private let folder: String
    private let name: String

    /// - Parameter directory: the data directory; users who share it have logins of their own.
    package init(directory: String, store: StoreID) {
        folder = "\(directory)/logins-\(geteuid())"
        name = "store-\(store.number)"
    }

    package var path: String { "\(folder)/\(name).json" }

    /// Held by who renews or writes: a refresh token may be good only once.
    var lock: BoxLock { BoxLock(directory: folder, name: name) }

    /// - Returns: nil where nobody is logged in.
    /// - Throws: ``LoginFault``, also where others could read it.
    package func read() throws(LoginFault) -> Login? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LoginFault("The login \(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw LoginFault(
                "Others may read the login \(path), so it is not used: chmod 600, or log in anew")
        }
        var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), 1 << 20))
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        let data = Data(bytes.prefix(max(0, count)))
        guard let login = try? JSONDecoder().decode(Login.self, from: data) else {
            throw LoginFault("The login \(path) is damaged")
        }
        return login
    }

    /// Waits for whoever renews it; then replaces it.
    /// - Throws: ``LoginFault``.
    package func replace(with login: Login?) async throws(LoginFault) {
        try makeFolder()
        let lock = lock
        do { try await lock.acquire() } catch { throw LoginFault(error.sentence) }
        defer { lock.release() }
        guard let login else {
            if unlink(path) != 0, errno != ENOENT { throw failure() }
            return
        }
        try write(login)
    }

    /// All of it or nothing, and on the disk. For who holds the lock.
    func write(_ login: Login) throws(LoginFault) {
        guard let data = try? JSONEncoder().encode(login) else { throw LoginFault("The login has no form") }
        let fresh = path + ".new"
        unlink(fresh)
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        let written = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let isWhole = written == data.count && fsync(descriptor) == 0
        let why = failure()
        close(descriptor)
        guard isWhole, rename(fresh, path) == 0 else {
            unlink(fresh)
            throw why
        }
    }

    private func makeFolder() throws(LoginFault) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure() }
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid()
        else { throw LoginFault("\(folder) is not a folder of yours: move it away") }
        if status.st_mode & 0o077 != 0 { chmod(folder, 0o700) }
    }

    private func failure() -> LoginFault {
        LoginFault("The login \(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}

/// What is wrong with a login as it is kept; for people, without a full stop.
package struct LoginFault: Error, Sendable, Hashable {
    package var words: String
    init(_ words: String) { self.words = words }
}
