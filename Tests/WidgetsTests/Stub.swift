import Testing

@Suite struct WidgetsStub {
    @Test func builds() { #expect(Bool(true)) }
}
