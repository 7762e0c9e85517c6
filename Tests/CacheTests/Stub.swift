import Testing

@Suite struct CacheStub {
    @Test func builds() { #expect(Bool(true)) }
}
