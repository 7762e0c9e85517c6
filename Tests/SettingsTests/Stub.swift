import Testing

@Suite struct SettingsStub {
    @Test func builds() { #expect(Bool(true)) }
}
