import APIs
import FoundationEssentials
import Testing

@Suite struct MultipartFormTests {
    @Test func aBoundaryNeverOccursInAField() throws {
        let plain = MultipartForm(fields: [("request", Data("{}".utf8))])
        let boundary = try #require(plain.contentType.split(separator: "boundary=").last)
        let hostile = MultipartForm(fields: [("request", Data("--\(boundary)--".utf8))])
        let other = try #require(hostile.contentType.split(separator: "boundary=").last)
        #expect(other != boundary)
        #expect(
            String(decoding: hostile.body, as: UTF8.self).contains("\r\n\r\n--\(boundary)--\r\n--\(other)--"))
    }
}
