import Model
import Testing

@Suite struct RefusalTests {
    private static let id = PurchaseID(43)

    /// Each with what it must tell people to do.
    private static let all: [(Refusal, String)] = [
        (.unknownPurchase(id), "check the number, or sync"),
        (.unknownItem(id, item: 9), "look it up"),
        (.nothingSafe(id, item: nil), "Take a mark back first"),
        (.nothingSafe(id, item: 3), "item 3 of purchase 43"),
        (.moreThanSafe(id, item: 3, asked: 4, safe: 1), "ship at most that"),
        (.badQuantity(id, item: 3), "must be 1 or more"),
        (.noUsableAddress(id, missing: ["name", "town"]), "missing: name, town); hand it over instead"),
        (.young(id, seconds: 61), "wait 2 min, or ship it even if young"),
        (.held(id, reason: "address looks wrong"), "Release it first"),
        (.gone(id), "do not ship it"),
        (.nothingToTakeBack(id, item: nil), "Name shipments made elsewhere"),
        (.moreThanOurs(id, item: 3, asked: 2, ours: 1), "need to be named as such"),
        (.ambiguous(id, stores: ["a", "b"]), "(a, b); name one"),
        (.unknownAction("7"), "the outbox lists them"),
    ]

    @Test func everyRefusalSaysWhatToDo() {
        for (refusal, words) in Self.all {
            #expect(refusal.sentence.contains(words), "\(refusal.sentence)")
            #expect(refusal.sentence.hasSuffix("."), "\(refusal.sentence)")
        }
    }

    @Test func everyRefusalNamesThePurchase() {
        for (refusal, _) in Self.all.dropLast() {
            #expect(refusal.sentence.contains("43"), "\(refusal.sentence)")
        }
    }

    @Test func everyReasonForAttentionHasASentence() {
        for reason in AttentionReason.allCases { #expect(reason.sentence.hasSuffix(".")) }
        #expect(Set(AttentionReason.allCases.map(\.sentence)).count == AttentionReason.allCases.count)
    }
}
