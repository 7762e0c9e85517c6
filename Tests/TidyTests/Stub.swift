import Testing

@Suite struct TidyStub {
    @Test func builds() { #expect(Bool(true)) }
}
