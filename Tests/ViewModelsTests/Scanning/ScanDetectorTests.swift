import Testing
import ViewModels

@Suite struct ScanDetectorTests {
    private func verdicts(
        _ text: String, gap: Int64, enterAfter: Int64? = nil, settings: ScanSettings = ScanSettings()
    ) -> [ScanDetector.Verdict] {
        var detector = ScanDetector()
        var at: Int64 = 100
        var found: [ScanDetector.Verdict] = []
        for character in text {
            found.append(detector.take(Chord(String(character)), at: at, settings: settings))
            at += gap
        }
        let enter = at - gap + (enterAfter ?? gap)
        return found + [detector.take("enter", at: enter, settings: settings)]
    }

    @Test func aFastRunThatEnterEndsIsAScan() {
        #expect(verdicts("1043", gap: 50) == [.began, .continued, .continued, .continued, .scanned("1043")])
    }

    @Test func aPauseLongerThanTheGapIsAPerson() {
        #expect(verdicts("1043", gap: 51).last == ScanDetector.Verdict.none)
        #expect(verdicts("1043", gap: 51).prefix(4) == [.began, .began, .began, .began])
    }

    @Test func aLateEnterEndsNothing() {
        #expect(verdicts("1043", gap: 5, enterAfter: 51).last == ScanDetector.Verdict.none)
    }

    @Test(arguments: ["10", "jjjj", "   "]) func twoCharactersOrAHeldKeyAreNoScan(_ text: String) {
        #expect(verdicts(text, gap: 5).last == ScanDetector.Verdict.none)
    }

    @Test func anotherKeyEndsTheRun() {
        var detector = ScanDetector()
        let settings = ScanSettings()
        for chord in ["1", "0", "4", "down"] as [Chord] {
            _ = detector.take(chord, at: 5, settings: settings)
        }
        #expect(detector.take("enter", at: 6, settings: settings) == .none)
    }

    @Test func withAPrefixNothingElseIsAScanAndSpeedDoesNotMatter() {
        let settings = ScanSettings(prefix: "~")
        #expect(verdicts("1043", gap: 5, settings: settings).last == ScanDetector.Verdict.none)
        #expect(verdicts("~7", gap: 300, settings: settings).last == .scanned("7"))
        #expect(verdicts("~", gap: 5, settings: settings).last == ScanDetector.Verdict.none)
    }

    @Test func aSuffixEndsTheScanAndItsEnterIsSwallowed() {
        let found = verdicts("1043#", gap: 5, settings: ScanSettings(suffix: "#"))
        #expect(found.suffix(2) == [.scanned("1043"), .swallowed])
    }

    @Test func theGapIsASetting() {
        #expect(verdicts("1043", gap: 80, settings: ScanSettings(gap: 90)).last == .scanned("1043"))
    }
}
