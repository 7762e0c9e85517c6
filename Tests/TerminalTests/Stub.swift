import Testing

@Suite struct TerminalStub {
    @Test func builds() { #expect(Bool(true)) }
}
