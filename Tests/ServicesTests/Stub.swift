import Testing

@Suite struct ServicesStub {
    @Test func builds() { #expect(Bool(true)) }
}
