import Glibc

extension DataDirectory {
    /// The database file and those that SQLite keeps beside it.
    static let suffixes = ["", "-wal", "-shm"]

    private var finished: String { database + ".repaired" }

    /// Declares the new file finished, then puts it into the old one's place.
    func finishRepair(from building: String) throws(CacheError) {
        guard chmod(building, fileMode) == 0, rename(building, finished) == 0 else { throw .readOnly }
        try installRepaired()
    }

    /// Puts a finished repair in place, if there is one; goes on where an earlier try broke off.
    func installRepaired() throws(CacheError) {
        guard access(finished, F_OK) == 0 else { return }
        let aside = hasDatabase ? nextDamaged : lastDamaged ?? nextDamaged
        for suffix in Self.suffixes where access(database + suffix, F_OK) == 0 {
            guard rename(database + suffix, aside + suffix) == 0 else { throw .readOnly }
        }
        guard rename(finished, database) == 0 else { throw .readOnly }
    }

    /// Where the file of the last repair lies.
    var lastDamaged: String? { damaged.last { access($0, F_OK) == 0 } }

    private var nextDamaged: String { damaged.first { access($0, F_OK) != 0 } ?? database + ".damaged" }
    private var damaged: [String] { (1...999).map { "\(database).damaged-\($0)" } }
}
