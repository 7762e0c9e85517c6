import Glibc
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct CallSlotTests {
    private func slot(_ folder: TemporaryFolder) -> CallSlot {
        let file = LockFile(directory: folder.path, name: "call", isForEverybody: true)
        return CallSlot(file: file, patience: 1_000)
    }

    @Test func whatOneHasNobodyElseGets() throws {
        let folder = try TemporaryFolder("locks")
        let slot = slot(folder)
        let lock = try #require(try slot.tryAcquire(now: 0))
        #expect(lock.holder == BoxProcess.own)
        #expect(try slot.tryAcquire(now: 5_000) == nil)
        lock.release()
        #expect(lock.holder == nil)
        #expect(try slot.tryAcquire(now: 5_000) != nil)
    }

    /// The lock of a process that is stopped for longer than a call takes is stood in for, by one at a time;
    /// when it goes on, the lock is nobody's until whoever stood in has let go.
    @Test func aStoppedProcessHoldsNobodyUpForEver() async throws {
        let folder = try TemporaryFolder("locks")
        let slot = slot(folder)
        let sleeper = try RunningProgram("sleep", ["600"], environment: ["PATH": "/usr/bin:/bin"])
        sleeper.send(signal: SIGSTOP)
        try await eventually("it is stopped") { ProcessTable.isStopped(sleeper.pid) }
        let first = try #require(try slot.tryAcquire(now: 0))
        try folder.write(try #require(BoxProcess(sleeper.pid)).written, to: "call.lock")

        #expect(try slot.tryAcquire(now: 10_000) == nil)
        #expect(try slot.tryAcquire(now: 10_999) == nil)
        let standIn = try #require(try slot.tryAcquire(now: 11_000))
        #expect(try slot.tryAcquire(now: 11_001) == nil)
        first.release()
        #expect(try slot.tryAcquire(now: 11_002) == nil)
        standIn.release()
        let next = try #require(try slot.tryAcquire(now: 11_003))
        next.release()
        sleeper.send(signal: SIGKILL)
        _ = await sleeper.wait()
    }

    /// One that goes on before that is only slow.
    @Test func aProcessThatGoesOnKeepsItsSlot() async throws {
        let folder = try TemporaryFolder("locks")
        let slot = slot(folder)
        let sleeper = try RunningProgram("sleep", ["600"], environment: ["PATH": "/usr/bin:/bin"])
        let first = try #require(try slot.tryAcquire(now: 0))
        try folder.write(try #require(BoxProcess(sleeper.pid)).written, to: "call.lock")
        for round in 0..<2 {
            let start = Int64(round) * 900
            sleeper.send(signal: SIGSTOP)
            try await eventually("it is stopped") { ProcessTable.isStopped(sleeper.pid) }
            #expect(try slot.tryAcquire(now: start) == nil)
            sleeper.send(signal: SIGCONT)
            try await eventually("it goes on") { !ProcessTable.isStopped(sleeper.pid) }
            #expect(try slot.tryAcquire(now: start + 800) == nil)
        }
        sleeper.send(signal: SIGKILL)
        _ = await sleeper.wait()
        #expect(try slot.tryAcquire(now: 90_000) == nil)
        first.release()
    }
}

@Suite struct CallSlotsTests {
    private let locks: TemporaryFolder
    private let first: TemporaryFolder
    private let second: TemporaryFolder

    init() throws {
        locks = try TemporaryFolder("locks")
        first = try TemporaryFolder("data")
        second = try TemporaryFolder("data")
    }

    private func slots(_ data: TemporaryFolder, folder: String? = nil) -> CallSlots {
        CallSlots(folder: folder ?? locks.path, dataDirectory: data.path, callTimeout: 20_000)
    }

    @Test func twoForEachHostWhateverTheDataDirectory() async throws {
        let here = try #require(await slots(first).enter("api.example-443"))
        let there = try #require(await slots(second).enter("api.example-443"))
        let elsewhere = try #require(await slots(second).enter("127.0.0.1-8080"))
        let third = Task { await slots(first).enter("api.example-443") }
        there.release()
        let lock = try #require(await third.value)
        #expect(here.isHeld && elsewhere.isHeld && lock.isHeld)
        withExtendedLifetime((here, elsewhere)) {}
    }

    @Test func whereNothingCanBeMadeTheDataDirectoryTakesTheLocks() async throws {
        let file = try locks.write("", to: "file")
        let lock = try #require(await slots(first, folder: file).enter("api.example-443"))
        #expect(lock.isHeld)
        #expect(try first.names.count == 1)
    }

    @Test func withoutASettingItIsAFolderOfTheWholeMachine() {
        let slots = CallSlots(folder: nil, dataDirectory: first.path, callTimeout: 20_000)
        #expect(["/run/lock", "/tmp"].contains(slots.directory))
    }

    @Test(arguments: [
        ("https://api.runsignup.com/rest", "api.runsignup.com-443"),
        ("http://127.0.0.1:8080/rest", "127.0.0.1-8080"), ("http://localhost", "localhost-80"),
        ("https://[::1]:9000/v1", "---1--9000"), ("https://[::1]/v1", "---1--443"),
        ("https://x/../../etc", "x-443"),
    ])
    func hostsAreNamesOfFiles(baseURL: String, name: String) {
        #expect(CallSlots.host(of: baseURL) == name)
    }
}

@Suite struct LockFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder("locks") }

    private func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(stat("\(folder.path)/\(name).lock", &status) == 0)
        return status.st_mode & 0o7777
    }

    /// Somebody else's file is taken as well, however this process was started.
    @Test func everybodyMayTakeWhatIsForEverybody() throws {
        let file = LockFile(directory: folder.path, name: "call", isForEverybody: true)
        close(try file.open())
        #expect(try mode("call") == 0o666)
        close(try file.open())
    }

    @Test func theLocksOfADataDirectoryAreItsOwners() throws {
        close(try LockFile(directory: folder.path, name: "own").open())
        #expect(try mode("own") == 0o600)
        chmod(folder.path, 0o2770)
        close(try LockFile(directory: folder.path, name: "group").open())
        #expect(try mode("group") == 0o660)
        // One from before is put right.
        chmod("\(folder.path)/own.lock", 0o640)
        close(try LockFile(directory: folder.path, name: "own").open())
        #expect(try mode("own") == 0o660)
    }

    /// Who may write into a folder of everybody's may put there what he likes.
    @Test(arguments: ["symbolic link", "hard link", "pipe", "folder"])
    func aTrapIsNoLock(kind: String) throws {
        let treasure = try folder.write("treasure", to: "treasure")
        let path = "\(folder.path)/call.lock"
        switch kind {
        case "symbolic link": symlink(treasure, path)
        case "hard link": link(treasure, path)
        case "pipe": mkfifo(path, 0o666)
        default: mkdir(path, 0o777)
        }
        let lock = BoxLock(LockFile(directory: folder.path, name: "call", isForEverybody: true))
        #expect(throws: LockError.self) { try lock.tryAcquire() }
        #expect(try folder.read("treasure") == "treasure")
    }

    @Test func namesOfStationsBecomeNamesOfFiles() {
        let names = ["bench-3", "bench/3", "bench_3", "Zoës Tisch", "", String(repeating: "x", count: 500)]
        let files = names.map { LockFile.name(for: $0) }
        #expect(Set(files).count == names.count)
        #expect(files.allSatisfy { $0.utf8.count < 80 && !$0.contains("/") })
    }
}

extension TemporaryFolder {
    fileprivate var names: [String] {
        get throws {
            guard let folder = opendir(path) else { return [] }
            defer { closedir(folder) }
            var names: [String] = []
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if !name.hasPrefix(".") { names.append(name) }
            }
            return names
        }
    }
}
