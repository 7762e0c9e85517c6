import Testing

@Suite struct ModelStub {
    @Test func builds() { #expect(Bool(true)) }
}
