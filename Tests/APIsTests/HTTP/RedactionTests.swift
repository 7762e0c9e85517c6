import APIs
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
