import ArgumentParser
import Cache
import FoundationEssentials
import Model
import Services
import Settings

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check configuration, cache, stores and terminal; say what to do.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Carry the outbox over to a new cache file where the old one is damaged.")
    var repair = false

    func run() async throws {
        try await Console.run {
            if repair { try repairCache() }
            let bench = try Bench.open(options)
            let terminal = Environment.variables["TERM"] ?? "unset"
            Console.say("ok    configuration  \(bench.configuration.file ?? "none")")
            Console.say("ok    cache          \(bench.configuration.dataDirectory)")
            if let at = try bench.cache.read({ try $0.copiedAt() }) {
                let date = Date(timeIntervalSince1970: Double(at)).formatted(.iso8601)
                Console.say("note  cache          copied or moved here, noticed \(date)")
            }
            Console.say("ok    locks          \(bench.callSlots.directory)")
            Console.say("ok    station        \(bench.author.station), \(bench.author.person)")
            Console.say("ok    terminal       \(terminal)")
            var troubles: [ExitStatus] = []
            try await bench.withNetwork { network in
                for open in bench.stores {
                    let checkup = Checkup(bench: bench, open: open, network: network)
                    if let trouble = try await checkup.run() { troubles.append(trouble) }
                }
            }
            if let first = troubles.first {
                throw Stop(first, "\(troubles.count) of \(bench.stores.count) stores need care.")
            }
        }
    }

    private func repairCache() throws {
        let configuration = try Configuration.load(options.overrides, environment: Environment.variables)
        let report = try Cache.repair(directory: configuration.dataDirectory)
        Console.say(report.sentence)
    }
}

extension RepairReport {
    fileprivate var sentence: String {
        let marks = carried["marks", default: 0]
        let lost = torn.isEmpty ? "" : " Not read to their end: \(torn.joined(separator: ", "))."
        return "The outbox was carried over (\(marks) marks); the old file is kept as \(oldFile).\(lost)"
            + " The next sync reads the purchases again."
    }
}
