import Dispatch
import GRDB
import Glibc

/// Finds out when another connection commits, without a wakeup while nobody does.
///
/// The kernel tells of writes to the write-ahead log; `PRAGMA data_version` on the writer's connection says
/// whether a commit of somebody else became visible. The log is written a moment before that, and in many
/// parts: one look a little later does for all of them, and others for a disk that takes longer.
final class ForeignCommits: @unchecked Sendable {  // all state is used on `queue` alone
    private static let looks: [DispatchTimeInterval] = [
        .milliseconds(15), .milliseconds(45), .milliseconds(200),
    ]

    private let queue = DispatchQueue(label: "shipdesk.cache.foreign-commits")
    private let database: any DatabaseWriter
    private let tell: @Sendable () -> Void
    private let source: any DispatchSourceRead
    private var version: Int64
    /// Which look is waited for; writes that come while it is the first need no other.
    private var round: Int?
    private var generation = 0

    /// Nil where the kernel has no watch left: then news comes with the next own write only.
    init?(database: any DatabaseWriter, path: String, tell: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, path + "-wal", UInt32(IN_MODIFY)) >= 0,
            let version = try? Self.version(database)
        else {
            close(descriptor)
            return nil
        }
        self.database = database
        self.tell = tell
        self.version = version
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { @Sendable [weak self] in self?.woke(descriptor) }
        source.setCancelHandler { @Sendable in close(descriptor) }
        source.activate()
    }

    deinit { source.cancel() }

    private func woke(_ descriptor: Int32) {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
        }
        if round != 0 { wait(0) }
    }

    /// A newer look takes over from an older one that is still waited for.
    private func wait(_ next: Int) {
        generation += 1
        round = next < Self.looks.count ? next : nil
        guard let round else { return }
        queue.asyncAfter(deadline: .now() + Self.looks[round]) { @Sendable [weak self, generation] in
            self?.look(round, generation)
        }
    }

    private func look(_ mine: Int, _ number: Int) {
        guard number == generation else { return }
        guard let now = try? Self.version(database), now != version else { return wait(mine + 1) }
        round = nil
        version = now
        tell()
    }

    private static func version(_ database: any DatabaseWriter) throws -> Int64 {
        try database.writeWithoutTransaction { try Connection($0).value("PRAGMA data_version") ?? 0 }
    }
}
