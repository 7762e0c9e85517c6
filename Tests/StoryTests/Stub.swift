import Testing

@Suite struct StoryStub {
    @Test func builds() { #expect(Bool(true)) }
}
