import TestKit

/// What the stories begin with.
enum Story {
    /// The demo, small enough to be there at once. The seed invents the same people every time.
    static func demo(_ arguments: String...) -> [String] {
        [Program.path, "demo", "--purchases", "300", "--seed", "1"] + arguments
    }

    /// A shell as a person has it, for what happens around the program.
    static let shell = ["bash", "--norc", "--noprofile", "-i"]
    static let prompt = ["PS1": "ready> ", "SWIFT_BACKTRACE": "enable=no"]
}

extension TerminalSession {
    /// Waits for the list with its first page and an ended sync.
    func waitsForList() async throws {
        try await waits("for the list") { $0.contains("synced") && $0.contains("page 1 of") }
    }

    /// The purchase under the cursor: the number behind the sign at the line's start.
    var purchaseAtCursor: String {
        get async throws {
            let lines = try await screen.split(separator: "\n")
            let line = lines.first { $0.hasPrefix(">") && $0.contains { $0.isNumber } } ?? ""
            let words = line.split { " *!~>".contains($0) }
            return words.first { $0.count >= 4 && $0.allSatisfy(\.isNumber) }.map(String.init) ?? ""
        }
    }

    /// Opens the purchase under the cursor.
    /// - Returns: its number.
    func opensPurchase() async throws -> String {
        let id = try await purchaseAtCursor
        try await press("Enter")
        try await waits("for purchase \(id)") { $0.contains("ship to ─") && $0.contains(" \(id)  ") }
        return id
    }

    /// Opens the one purchase of the list, whatever its store knows of it.
    func opensOnlyPurchase(_ id: String) async throws {
        try await waits("for the list") { $0.contains("synced") && $0.contains("page 1 of 1") }
        try await waits(for: id)
        try await press("Enter", waitFor: "q back")
    }

    /// From a purchase or the list through form and preview.
    func ships() async throws {
        try await press("f", waitFor: "PgDn preview")
        try await press("NPage", waitFor: "y  yes")
        try await press("y")
    }
}
