import APIs

#if canImport(Glibc)
    import Glibc
#endif

/// A tally of calls in a file that every process locks, reads and writes for each of its calls.
///
/// It may be removed at any time, and be anything: what is torn, foreign or from before the machine started
/// is an empty tally. Nothing in it outlives the machine's start, so that it need not reach the disk.
struct CallTallyFile: Sendable {
    let file: LockFile

    /// - Returns: false where the file cannot be had or written; then the change may have been run in vain.
    func change(_ change: CallTallies.Change) -> Bool {
        guard let opened = locked() else { return false }
        defer {
            // A child that is just being started may have the file open for another moment.
            flock(opened, LOCK_UN)
            close(opened)
        }
        let before = CallTally(written: text(of: opened)) ?? CallTally()
        var tally = before
        change(&tally)
        return tally == before || write(tally.written, to: opened)
    }

    /// Whoever has it keeps it for less than a millisecond, unless it is stopped just then: nobody waits for
    /// that one.
    private func locked() -> Int32? {
        var patience = 200
        while let opened = try? file.open() {
            while flock(opened, LOCK_EX | LOCK_NB) != 0 {
                patience -= 1
                guard errno == EINTR || errno == EWOULDBLOCK, patience > 0 else {
                    close(opened)
                    return nil
                }
                usleep(1_000)
            }
            if file.isStillAtPath(opened) { return opened }
            close(opened)
        }
        return nil
    }

    private func text(of opened: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
        let count = pread(opened, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private func write(_ text: String, to opened: Int32) -> Bool {
        let bytes = Array(text.utf8)
        guard pwrite(opened, bytes, bytes.count, 0) == bytes.count else { return false }
        return ftruncate(opened, off_t(bytes.count)) == 0
    }

    private static let mostBytes = 1 << 16
}

// MARK: The file's text

extension CallTally {
    /// Nil for anything but what ``written`` is on this machine since it started.
    init?(written text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines[0] == Self.head, lines[3] == Self.end else { return nil }
        let pauses = lines[1].split(separator: " ").compactMap { Double($0) }
        guard pauses.count == 3, let vague = Int(exactly: pauses[2]), (0...16).contains(vague) else {
            return nil
        }
        let made = lines[2].split(separator: " ").compactMap { Double($0) }.filter(\.isFinite)
        self.init(made: made, closedUntil: pauses[0], triedUntil: pauses[1], vaguePauses: vague)
    }

    var written: String {
        let pauses = "\(closedUntil) \(triedUntil) \(vaguePauses)"
        return [Self.head, pauses, made.map { "\($0)" }.joined(separator: " "), Self.end, ""]
            .joined(separator: "\n")
    }

    private static let head = "shipdesk calls 1 " + start
    /// So that what lies behind it is not read, and what is cut off before it is seen to be.
    private static let end = "."

    /// Changes with each start of the machine, from which its steady clock counts.
    private static let start: String = {
        guard let file = fopen("/proc/sys/kernel/random/boot_id", "re") else { return "-" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count).prefix { $0 > 32 }, as: UTF8.self)
    }()
}
