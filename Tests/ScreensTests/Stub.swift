import Testing

@Suite struct ScreensStub {
    @Test func builds() { #expect(Bool(true)) }
}
