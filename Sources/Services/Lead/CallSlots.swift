import APIs

#if canImport(Glibc)
    import Glibc
#endif

/// RunSignup allows two calls at once, whatever the store: every process of this box, of every user and
/// whatever its data directory, takes one of two locks for each of its calls (protocol, The lead). Beside
/// them lies what all of them know of the calls to a host: how many, and until when it wants none.
///
/// The locks lie where all users of the box may write, two for each host that is called: stores of one API
/// share them, and a simulation does not hinder the real thing.
package struct CallSlots: Sendable {
    let places: [Place]
    private let patience: Int64

    /// A folder where lock files can be kept.
    struct Place: Sendable {
        var directory: String
        var isForEverybody: Bool
    }

    /// - Parameters:
    ///   - folder: where the locks shall lie; nil takes `/run/lock` or `/tmp`, whichever is open to all.
    ///   - dataDirectory: takes them where nothing can be made in that folder. Then only those who share the
    ///     data directory count one another.
    ///   - callTimeout: in milliseconds; nobody who works keeps a slot for longer.
    package init(folder: String?, dataDirectory: String, callTimeout: Int64) {
        let shared = folder ?? Self.sharedFolders.first(where: Self.isOpenToAll)
        places =
            [shared].compactMap(\.self).map { Place(directory: $0, isForEverybody: true) }
            + [Place(directory: dataDirectory, isForEverybody: false)]
        patience = callTimeout + 10_000
    }

    /// Where the locks lie, for people to look at.
    package var directory: String {
        places.first { access($0.directory, W_OK) == 0 }?.directory ?? places[places.count - 1].directory
    }

    /// The same way out, one slot for each call. Waiting for a slot takes nothing off the call's own time.
    package func door(_ door: HTTPDoor) -> HTTPDoor {
        var shared = door
        shared.tallies = tallies
        shared.enter = { call in
            let slot = await enter(Self.host(of: call.baseURL))
            return { slot?.release() }
        }
        return shared
    }

    /// Nil where no lock can be had at all: then the data directory cannot be written, and nothing leads.
    func enter(_ host: String) async -> BoxLock? {
        for place in places {
            let slots = [1, 2].shuffled().map { number in
                CallSlot(
                    file: LockFile(
                        directory: place.directory, name: "shipdesk-\(host)-call-\(number)",
                        isForEverybody: place.isForEverybody), patience: patience)
            }
            if let lock = try? await wait(for: slots) { return lock }
        }
        return nil
    }

    /// Looks from time to time: who finds both taken is on a box that is busy anyway, and the kernel's own
    /// line would have it wait for one of them, perhaps that of a stopped process.
    private func wait(for slots: [CallSlot]) async throws -> BoxLock {
        var pause: Int64 = 2
        while true {
            for slot in slots {
                if let lock = try slot.tryAcquire(now: monotonicTime()) { return lock }
            }
            try? await Task.sleep(for: .milliseconds(pause))
            pause = min(50, pause * 2)
        }
    }

    private static let sharedFolders = ["/run/lock", "/tmp"]

    /// Whether all may make files there. Not what this user may: root and the others must choose alike.
    private static func isOpenToAll(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            && status.st_mode & S_IWOTH != 0
    }

    /// `api.runsignup.com-443`, as a part of a file's name.
    static func host(of baseURL: String) -> String {
        let parts = baseURL.split(separator: "/", omittingEmptySubsequences: true)
        let authority = parts.count > 1 ? parts[1] : parts.first ?? ""
        let hasPort = authority.last != "]" && authority.split(separator: "]").last?.contains(":") == true
        let port = hasPort ? "" : baseURL.hasPrefix("https") ? "-443" : "-80"
        let letters = authority.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
        return String(letters.filter(\.isASCII).prefix(200)) + port
    }
}

/// Milliseconds of a clock that nobody sets.
private func monotonicTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}
