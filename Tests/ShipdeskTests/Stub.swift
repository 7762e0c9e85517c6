import Testing

@Suite struct ShipdeskStub {
    @Test func builds() { #expect(Bool(true)) }
}
