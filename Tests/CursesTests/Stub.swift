import Testing

@Suite struct CursesStub {
    @Test func builds() { #expect(Bool(true)) }
}
