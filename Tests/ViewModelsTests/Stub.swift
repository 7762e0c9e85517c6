import Testing

@Suite struct ViewModelsStub {
    @Test func builds() { #expect(Bool(true)) }
}
