extension Desk {
    /// Who goes back and back presses the key once too often: on the list it asks, and quits when it is
    /// pressed again while the question stands.
    mutating func quitFromList(_ press: KeyPress, _ offered: Notice?) -> Outcome {
        let question = Notice(.info, "Quit? \(press.chord.label) again.")
        if press.chord.isPrintable, !press.isSettled {
            notice = offered
            return .waiting
        }
        if offered == question { return Outcome(effects: [.app(.quit)]) }
        quitQuestion = question
        return Outcome(effects: [.app(.wake(after: Desk.quitPatience, .quitLapsed))], notice: question)
    }

    mutating func forgetQuitting() -> [Effect] {
        if notice == quitQuestion { notice = nil }
        quitQuestion = nil
        return []
    }

    /// Milliseconds.
    private static let quitPatience: Int64 = 2_000
}
