import Testing

@Suite struct SimulatorStub {
    @Test func builds() { #expect(Bool(true)) }
}
