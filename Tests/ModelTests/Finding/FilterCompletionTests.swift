import Model
import Testing

@Suite("Completing a filter") struct FilterCompletionTests {
    private let vocabulary = FilterVocabulary(
        countries: ["AT", "DE", "DK"],
        items: ["Gala Hat", "Mug", "Shirt, long", "Shirt, short", "Youth Hat"], variants: ["L", "Red"],
        stores: ["spring-gala"])

    private func completion(_ text: String, caret: Int? = nil) -> FilterCompletion {
        FilterCompletion(text, caret: caret ?? text.count, vocabulary: vocabulary)
    }

    @Test(arguments: [
        ("cou", "country:"), ("-cou", "-country:"), ("country:a", "country:AT "), ("zoë co", "zoë co"),
        ("country:D", "country:D"), ("country:AT,dk", "country:AT,DK "), ("item:sh", "item:\"Shirt, "),
        ("item:m", "item:Mug "), ("state:to", "state:to-ship "), ("held:y", "held:yes "),
        ("item:ha", "item:ha"), ("item:you", "item:\"Youth Hat\" "), ("item:yo", "item:\"Youth Hat\" "),
        ("note:n", "note:no "), ("not", "note:"), ("zoë", "zoë"),
        ("", ""), ("store:", "store:spring-gala "), ("on:t", "on:today "),
    ])
    func tabFillsInAsFarAsAllAgree(_ typed: String, _ after: String) {
        #expect(completion(typed).completed?.text ?? typed == after)
    }

    @Test func theWordAtTheCaretIsTheOneThatIsCompleted() throws {
        let completed = try #require(completion("cou zoë", caret: 3).completed)
        #expect(completed.text == "country: zoë")
        #expect(completed.caret == 8)
    }

    @Test(arguments: [
        ("", "state: item: variant: country:"), ("a", "after:  age:"), ("country:D", "DE  DK"),
        ("country:X", "two letters"), ("item:ha", "Gala Hat  Youth Hat"), ("age:", "age: >2d is older"),
        ("müll", "a word to search for"),
        ("colour:", "state: item:"),
    ])
    func theHintSaysWhatCanComeNext(_ typed: String, _ words: String) {
        #expect(completion(typed).hint.contains(words), "\(completion(typed).hint)")
    }

    @Test func whatTabCompletesCanBeRead() {
        for typed in ["country:a", "item:mug", "item:\"Shirt, l", "store:", "variant:r", "tracking:n"] {
            var text = typed
            while let next = completion(text).completed?.text, next != text { text = next }
            #expect((try? ListFilter(parsing: text)) != nil, "\(text)")
        }
    }
}
