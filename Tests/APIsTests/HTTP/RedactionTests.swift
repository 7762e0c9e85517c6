import APIs
import FoundationEssentials
import Testing

@Suite struct RedactionTests {
    @Test func textBecomesOneShortLine() {
        let redaction = Redaction()
        #expect(redaction.words("  a\n\tb\u{1B}[31m\u{202E}c\u{200B}d\u{9B}e ") == "a b [31m c d e")
        #expect(redaction.words(String(repeating: "x", count: 500)).count == 200)
        #expect(redaction.words(String(repeating: "x", count: 200)).last == "x")
        #expect(redaction.words("") == "")
    }

    @Test func secretsAreHiddenPlainOrEncodedInAnyCase() {
        let redaction = Redaction(hiding: ["s3cr+t", "s3cr+t and more"])
        #expect(redaction.words("it is S3CR+T, or s3cr%2Bt, or s3cr+t and more.") == "it is …, or …, or ….")
    }

    /// As a header, a query or a body carried it, whole or beside other text.
    @Test(arguments: ["", "t:", "to:", "tok:", "Authorization: Bearer "], ["", "&x", "&xy", "&xyz"])
    func aSecretIsHiddenInsideLongerCodes(before: String, behind: String) {
        let secret = "s3cr+t/key?ÿþ"
        let redaction = Redaction(secrets: [secret])
        let bytes = Data((before + secret + behind).utf8)
        let base64 = bytes.base64EncodedString()
        let forURLs = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let encoded = base64.replacing("+", with: "%2B").replacing("/", with: "%2f")
            .replacing("=", with: "%3D")
        let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        for code in [base64, forURLs, encoded, hex, hex.uppercased()] {
            #expect(redaction.words("key \(code) is unknown, \"\(code)\"") == "key … is unknown, \"…\"")
        }
    }

    @Test func otherCodesStay() {
        let words = "Request dGhlIG9yZGVyIGlzIGZpbmU= failed, see /v2/orders/1043"
        #expect(Redaction(secrets: ["s3cr+t", "abc"]).words(words) == words)
        // A customer's text may be short and common: it is hidden as it is.
        #expect(Redaction(hiding: ["the order"]).words(words) == words)
    }

    @Test func aSecretIsHiddenEvenWhereTheCutFalls() {
        let words = Redaction(hiding: ["secret"]).words(
            String(repeating: "x ", count: 98) + "secret and more")
        #expect(!words.contains("secr"))
    }

    @Test func anAddressWithLineEndsIsHidden() {
        let redaction = Redaction(hiding: ["300 Mill St.\nRear house"])
        #expect(redaction.words("No such street: 300 Mill St.\nRear house!") == "No such street: …!")
    }

    @Test func queriesAreCutOff() {
        let words = Redaction().words(
            "GET https://x.example/rest/v2/a.json?api_key=1&api_secret=2 failed? yes")
        #expect(words == "GET https://x.example/rest/v2/a.json?… failed? yes")
    }

    @Test func emptyAndTinyTextsHideNothing() {
        #expect(Redaction(hiding: ["", " ", "NJ"]).words("ENJOY a b") == "ENJOY a b")
    }
}
