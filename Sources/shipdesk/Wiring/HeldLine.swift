import Cache
import Model
import Services
import Settings

/// A store whose leader is stopped: by ^Z or SIGSTOP it cannot let go, and nobody else may lead.
struct HeldLine {
    var store: String
    var leader: String
    var process: BoxProcess

    /// Nil where nobody leads, or whoever does is at work.
    init?(_ open: OpenStore, _ bench: Bench) {
        let directory = bench.configuration.dataDirectory
        guard let holder = Leader.holder(of: open.store.id, directory: directory), holder.isStopped
        else { return nil }
        store = open.store.name
        leader = (try? bench.cache.read { try $0.facts(of: open.store.id).leader }) ?? "another process"
        process = holder
    }

    var sentence: String {
        "\(leader) leads \(store), but it is stopped and holds the line: nothing leaves. Continue it "
            + "(fg in its terminal, or kill -CONT \(process.pid)), or end it (kill -KILL \(process.pid))."
    }
}
