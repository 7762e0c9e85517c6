import FoundationEssentials
import Glibc
import TestKit
import Testing

/// However the program ends or pauses, the terminal comes back whole.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TerminalStory {
    @Test func suspendedAndBroughtBack() async throws {
        try await withTerminal(command: Story.shell, environment: Story.prompt) { terminal in
            try await start(terminal)
            let id = try await terminal.purchaseAtCursor
            try await terminal.press("Down")
            try await eventually("the cursor on the next line") { try await terminal.purchaseAtCursor != id }
            try await terminal.press("C-z", waitFor: "Stopped")
            try await expectSane(terminal)
            try await command("fg", terminal)
            try await terminal.waits(for: "Enter detail")
            try await terminal.press("g")
            try await eventually("the cursor on the first line") { try await terminal.purchaseAtCursor == id }
            try await terminal.press("q", waitFor: "Quit? q again.")
            try await terminal.press("q")
            try await terminal.waits("for the shell") { $0.split(separator: "\n").last == "ready>" }
            try await expectSane(terminal)
        }
    }

    @Test func quittingLeavesEverythingInOrder() async throws {
        try await withTerminal(command: Story.shell, environment: Story.prompt) { terminal in
            let pid = try await start(terminal)
            let children = ProcessTable.children(of: pid)
            try await terminal.press("q", waitFor: "Quit? q again.")
            try await terminal.press("q", waitFor: "ended 0")
            try await expectSane(terminal)
            #expect(children.count == 1 && !children.contains { ProcessTable.isAlive($0) })
            #expect(try demoFolders(terminal).isEmpty)
        }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
    func endedByASignal(signal: Int32) async throws {
        try await withTerminal(command: Story.shell, environment: Story.prompt) { terminal in
            let pid = try await start(terminal)
            let children = ProcessTable.children(of: pid)
            kill(pid, signal)
            try await terminal.waits(for: "ended ")
            try await expectSane(terminal)
            if signal == SIGSEGV || signal == SIGABRT {
                try await terminal.waits(for: "ended \(128 + signal)")
            }
            try await eventually("the demo's store is gone") {
                !children.contains { ProcessTable.isAlive($0) }
            }
        }
    }

    @Test func aBrokenConnectionEndsEverything() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let pid = try await terminal.pid
            let children = ProcessTable.children(of: pid)
            #expect(children.count == 1)
            #expect(try demoFolders(terminal).count == 1)
            try await terminal.hangUp()
            try await eventually("the program is gone") { !ProcessTable.isAlive(pid) }
            try await eventually("its store is gone") { !children.contains { ProcessTable.isAlive($0) } }
            #expect(try demoFolders(terminal).isEmpty)
        }
    }

    @Test func killedWithoutWarningItLeavesNoChild() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let pid = try await terminal.pid
            let children = ProcessTable.children(of: pid)
            kill(pid, SIGKILL)
            try await terminal.waitsForEnd()
            try await eventually("its store is gone") { !children.contains { ProcessTable.isAlive($0) } }
        }
    }

    /// - Returns: the program's process.
    @discardableResult
    private func start(_ terminal: TerminalSession) async throws -> pid_t {
        try await terminal.waits(for: "ready>")
        try await command(Story.demo().joined(separator: " ") + "; echo ended $?", terminal)
        try await terminal.waitsForList()
        let shell = try await terminal.pid
        return try #require(ProcessTable.children(of: shell).first)
    }

    private func command(_ line: String, _ terminal: TerminalSession) async throws {
        try await terminal.scan(line)
    }

    private func expectSane(_ terminal: TerminalSession) async throws {
        #expect(try await terminal.fact("alternate_on") == "0")
        #expect(try await terminal.fact("cursor_flag") == "1")
        #expect(try await terminal.fact("keypad_cursor_flag") == "0")
        #expect(try await terminal.fact("mouse_any_flag") == "0")
        try await command(
            "stty -a | tr ' ;' '\\n\\n' | grep -xcE 'icanon|echo|isig|icrnl|opost|onlcr|iexten'", terminal)
        try await terminal.waits("for a sane terminal") { $0.split(separator: "\n").contains("7") }
    }

    private func demoFolders(_ terminal: TerminalSession) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: terminal.home).filter {
            $0.hasPrefix("shipdesk-demo")
        }
    }
}
