import Cache
import Crypto
import Model

/// Takes a file of tracking numbers into the outbox: what is good of it as one action, durable before anybody
/// is told; what is bad is said row by row.
package struct Importer: Sendable {
    let cache: Cache
    /// Where its purchases are looked for.
    let stores: [StoreID]

    package init(cache: Cache, stores: [StoreID]) {
        self.cache = cache
        self.stores = stores
    }

    /// Accepts the good rows, unless the same contents were imported before.
    ///
    /// - Parameters:
    ///   - again: also where they were.
    ///   - now: Unix milliseconds.
    /// - Throws: ``ImportProblem`` where the file is no table of shipments; ``CacheError``.
    package func run(
        _ file: ImportFile, again: Bool = false, by author: Author, now: Int64
    ) throws -> ImportReport {
        try intake(file, by: author, now: now) { report in
            report.accepted != nil && (again || report.earlier == nil)
        }
    }

    /// What would become of it; nothing is written.
    package func dryRun(_ file: ImportFile, by author: Author, now: Int64) throws -> ImportReport {
        try intake(file, by: author, now: now) { _ in false }
    }

    /// An action without a mark, or one that is not wanted, is taken back by throwing its report.
    private func intake(
        _ file: ImportFile, by author: Author, now: Int64, keeps: (ImportReport) -> Bool
    ) throws -> ImportReport {
        let sheet = try ImportSheet(file.bytes)
        do {
            return try cache.write { writer in
                let action = try writer.insertAction(
                    .ship, by: author, at: now, note: "import of \(file.name)")
                let request = MarkRequest(verb: .ship, lines: [], author: author)
                var intake = ImportIntake(
                    writer: writer, stores: stores, request: request, action: action, now: now,
                    report: ImportReport(file: file.name, fingerprint: file.fingerprint))
                try intake.take(sheet)
                guard keeps(intake.report) else { throw Undone(report: intake.report) }
                try writer.noteImport(action, fingerprint: file.fingerprint, file: file.name)
                try writer.audit(
                    AuditEntry(
                        at: now, author: author, action: action, event: "imported",
                        words: "\(file.name): \(intake.report.summary)"))
                return intake.report
            }
        } catch let undone as Undone {
            var report = undone.report
            report.accepted = nil
            return report
        }
    }
}

private struct Undone: Error {
    var report: ImportReport
}

/// A file that was read.
package struct ImportFile: Sendable, Hashable {
    /// Without its folder.
    package let name: String
    package let bytes: [UInt8]
    /// SHA-256 of the bytes, in hexadecimal.
    package let fingerprint: String

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        fingerprint = SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
