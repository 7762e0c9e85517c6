import GRDB
import Glibc

extension Cache {
    /// Carries what no sync brings back over to a new file, as far as it can be read, and keeps the old file
    /// beside it; a sync fills in the rest.
    ///
    /// Whenever it breaks off, either the old file is still in place, or the next one to open the directory
    /// puts the finished new one there. Throws ``CacheError/inUse`` while somebody has the cache open.
    package static func repair(directory: String) throws(CacheError) -> RepairReport {
        let place = DataDirectory(path: directory)
        guard place.hasDatabase else { throw .missing(directory: directory) }
        let lock = try place.lock()
        defer { lock.release() }
        guard let using = try place.claimAlone() else { throw .inUse }
        defer { using.release() }
        do {
            let salvage = try Salvage(from: place.database, to: place.database + ".repairing").run()
            try place.finishRepair(from: place.database + ".repairing")
            return RepairReport(
                carried: salvage.carried, torn: salvage.torn, oldFile: place.lastDamaged ?? place.database)
        } catch {
            throw (CacheError.translated(error) as? CacheError) ?? .damaged
        }
    }

    /// What SQLite finds wrong with the file, in its words; empty where all is well. Reads all of it.
    package func flaws() throws -> [String] {
        do {
            let lines = try read { try $0.db.rows("PRAGMA quick_check(20)") { $0[0] as String } }
            return lines == ["ok"] ? [] : lines
        } catch CacheError.damaged {
            return [CacheError.damaged.sentence]
        }
    }
}
