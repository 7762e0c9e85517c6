import Testing

@Suite struct APIsStub {
    @Test func builds() { #expect(Bool(true)) }
}
