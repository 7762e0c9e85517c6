import Glibc

/// Where the cache lies, who may enter, and the lock that first openers take.
struct DataDirectory {
    let path: String

    var database: String { path + "/shipdesk.sqlite" }
    var hasDatabase: Bool { access(database, F_OK) == 0 }

    /// Makes an empty file with the right mode where there is none; SQLite gives its side files the same.
    func makeFile() throws(CacheError) {
        let descriptor = open(database, O_RDWR | O_CREAT | O_CLOEXEC, fileMode)
        guard descriptor >= 0 else { throw failure(errno) }
        fchmod(descriptor, fileMode)
        close(descriptor)
    }

    /// Held by one opener at a time, for as long as opening and migrating takes.
    func lock() throws(CacheError) -> FileLock {
        try FileLock.alone(path: path + "/shipdesk.lock", mode: fileMode)
    }

    /// Held by everybody who has the cache open, so that nobody repairs it under them.
    func use() throws(CacheError) -> FileLock { try FileLock.shared(path: inUse, mode: fileMode) }

    /// Nil while anybody has the cache open.
    func claimAlone() throws(CacheError) -> FileLock? { try FileLock.aloneNow(path: inUse, mode: fileMode) }

    private var inUse: String { path + "/shipdesk.use" }

    var fileMode: mode_t { Cache.fileMode(in: path) }

    /// Makes the directory and those above it; only the person's own.
    func makeDirectories() throws(CacheError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST { throw failure(errno) }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .unusableDirectory(path)
        }
    }

    private func failure(_ code: Int32) -> CacheError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly
        default: .unusableDirectory(path)
        }
    }
}

extension Cache {
    /// Of the files in a data directory: the person's own; a group's where the directory is one that a group
    /// shares.
    package static func fileMode(in directory: String) -> mode_t {
        var status = stat()
        guard stat(directory, &status) == 0 else { return 0o600 }
        let isShared = status.st_mode & S_ISGID != 0 && status.st_mode & S_IWGRP != 0
        return isShared ? 0o660 : 0o600
    }
}
