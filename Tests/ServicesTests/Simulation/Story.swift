/// What happened in a world, told as a story: one line an event, seconds since it began.
struct Story {
    private let began: Int64
    private let tells: Bool
    private(set) var lines: [String] = []

    init(began: Int64, tells: Bool) {
        self.began = began
        self.tells = tells
    }

    mutating func tell(_ now: Int64, _ words: @autoclosure () -> String) {
        guard tells else { return }
        let time = Double(now - began) / 1_000
        let whole = String(Int(time))
        let tenth = Int(time * 10) % 10
        lines.append(
            String(repeating: " ", count: max(0, 6 - whole.count)) + "\(whole).\(tenth)s  \(words())")
    }
}

/// What the worlds went through.
struct Tally {
    var worlds = 0
    /// Milliseconds.
    var simulated: Int64 = 0
    var faults: [String: Int] = [:]
    var killedAt: [String: Int] = [:]
    var marks = 0
    var posts = 0
    var reads = 0
    var ended: [String: Int] = [:]

    mutating func add(_ other: Tally) {
        worlds += other.worlds
        simulated += other.simulated
        faults.merge(other.faults, uniquingKeysWith: +)
        killedAt.merge(other.killedAt, uniquingKeysWith: +)
        marks += other.marks
        posts += other.posts
        reads += other.reads
        ended.merge(other.ended, uniquingKeysWith: +)
    }

    var summary: String {
        let hours = simulated / 3_600_000
        let steps = killedAt.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
            separator: ", ")
        let kinds = faults.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let ends = ended.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return """
            simulation: \(worlds) seeds, \(hours) simulated hours, \(faults.values.reduce(0, +)) faults, \
            killed at \(killedAt.values.reduce(0, +)) durable steps; \(marks) marks, \(posts) posts, \(reads) reads
              faults: \(kinds)
              killed at: \(steps)
              marks ended: \(ends)
            """
    }
}
