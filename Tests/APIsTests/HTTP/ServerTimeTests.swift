import APIs
import Testing

@Suite struct ServerTimeTests {
    @Test(arguments: [
        ("Thu, 01 Jan 1970 00:00:00 GMT", Int64(0)), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_799),
    ])
    func datesOfHTTPAreRead(text: String, seconds: Int64) {
        #expect(ServerTime(httpDate: text)?.unixSeconds == seconds)
    }

    @Test(arguments: [
        "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 31 Feb 2024 00:00:00 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
    ])
    func whatIsNoSuchDateIsNone(text: String) {
        #expect(ServerTime(httpDate: text) == nil)
    }
}
