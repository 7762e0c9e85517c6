import Dispatch
import FoundationEssentials
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

/// Keeps the screen of one station as a file in the data directory, a second after each change and when the
/// terminal goes away.
///
/// It never stands in the way of work: what cannot be written or read is passed over, and the screen begins
/// anew. The file may hold an address that was being typed; it is the person's own, like the cache.
@MainActor
final class ScreenKeeper {
    private let folder: String
    private let path: String
    private let person: String
    private let queue = DispatchQueue(label: "shipdesk.screen", qos: .utility)
    private var isWaiting = false

    init(directory: String, person: String, station: String) {
        self.person = ScreenKeeper.fileName(person)
        folder = directory + "/screens"
        path = "\(folder)/\(self.person)@\(ScreenKeeper.fileName(station)).json"
    }

    /// What this station was left with; else what the same person was left with on a terminal that is gone:
    /// who comes back by SSH gets another one.
    func recall() -> ScreenMemory? {
        if let own = read(path) { return own.memory }
        let abandoned = others.compactMap { file in read(file).map { (file, $0) } }
            .filter { $0.1.memory.wasCutOff && !ScreenKeeper.isAlive($0.1.process) }
            .max { $0.1.memory.at < $1.1.memory.at }
        guard let (file, kept) = abandoned else { return nil }
        // Nobody else comes back to it.
        unlink(file)
        return kept.memory
    }

    /// Something was pressed: writes in a second, once for all that happens until then.
    func note(_ memory: @escaping @MainActor () -> ScreenMemory?) {
        guard !isWaiting else { return }
        isWaiting = true
        DispatchQueue.main.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
            MainActor.assumeIsolated {
                guard let self, self.isWaiting else { return }
                self.isWaiting = false
                guard let memory = memory() else { return }
                let kept = Kept(process: getpid(), memory: memory)
                self.queue.async { [folder = self.folder, path = self.path] in
                    kept.write(to: path, in: folder)
                }
            }
        }
    }

    /// The last word, before the process ends.
    func finish(_ memory: ScreenMemory) {
        isWaiting = false
        queue.sync { Kept(process: getpid(), memory: memory).write(to: path, in: folder) }
    }

    private var others: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasPrefix(person + "@") && $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
    }

    private func read(_ path: String) -> Kept? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Kept.self, from: $0) }
    }

    private static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

    /// Letters and digits as they are; anything else as its number.
    private static func fileName(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "-" ? String(scalar) : "_\(scalar.value)_"
        }.joined()
    }
}

/// A screen, and the process that shows it.
private struct Kept: Codable, Sendable {
    var process: Int32
    var memory: ScreenMemory

    /// All of it or nothing: a half-written file never takes the old one's place.
    func write(to path: String, in folder: String) {
        guard let data = try? JSONEncoder().encode(self) else { return }
        mkdir(folder, 0o700)
        let fresh = path + ".new"
        unlink(fresh)
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let written = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        if written == data.count { rename(fresh, path) } else { unlink(fresh) }
    }
}
