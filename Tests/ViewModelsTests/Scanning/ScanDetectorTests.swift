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

    @Test(arguments: ["10", "jjjj", "   ", "11"]) func twoCharactersOrAHeldKeyAreNoScan(_ text: String) {
        #expect(verdicts(text, gap: 5).last == ScanDetector.Verdict.none)
    }

    @Test func ordersOfOneRepeatedDigitCanBeScanned() {
        #expect(verdicts("1111", gap: 5).last == .scanned("1111"))
    }

    @Test func aPauseInWhichNobodyLookedIsNone() {
        var detector = ScanDetector()
        let settings = ScanSettings()
        _ = detector.take("1", at: 100, settings: settings)
        _ = detector.take("0", at: 105, settings: settings)
        detector.wait(400)
        #expect(detector.take("4", at: 510, settings: settings) == .continued)
        #expect(detector.take("enter", at: 600, settings: settings) == .none)
    }

    @Test func controlCharactersMayStandAroundAScan() {
        let settings = ScanSettings(prefix: "\u{02}", suffix: "\t")
        #expect(settings.prefix == ["ctrl-b"] && settings.suffix == ["tab"])
        var detector = ScanDetector()
        let keys: [Chord] = ["ctrl-b", "1", "1", "tab"]
        #expect(
            keys.map { detector.take($0, at: 5, settings: settings) } == [
                .began, .continued, .continued, .scanned("11"),
            ])
        #expect(detector.take("enter", at: 6, settings: settings) == .swallowed)
        #expect(detector.take("tab", at: 600, settings: settings) == .none)
        #expect(detector.take("ctrl-c", at: 605, settings: settings) == .none)
    }

    @Test func separatorsInsideABarcodeBelongToNoNumber() {
        var detector = ScanDetector()
        let keys: [Chord] = ["4", "2", "ctrl-]", "0", "9", "enter"]
        let verdicts = keys.map { detector.take($0, at: 5, settings: ScanSettings()) }
        #expect(verdicts.last == .scanned("4209"))
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
