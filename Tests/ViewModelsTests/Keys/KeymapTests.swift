import Testing
import ViewModels

@Suite struct KeymapTests {
    @Test func everyIntentHasAKeyALabelAndAHelpSentence() {
        for context in KeyContext.allCases { check(context.intents) }
    }

    private func check<Wanted: Intent>(_ kind: Wanted.Type) {
        #expect(!kind.allCases.isEmpty)
        for intent in kind.allCases {
            #expect(!intent.defaults.isEmpty, "\(Wanted.context).\(intent.rawValue)")
            #expect(!intent.label.isEmpty)
            #expect(intent.help.hasSuffix("."), "\(Wanted.context).\(intent.rawValue)")
            for chord in intent.defaults {
                #expect(Chord(parsing: chord.text) == chord)
                #expect(Keymap.standard.intent(chord, as: kind) == intent, "\(chord) is taken")
            }
        }
    }

    @Test func theStandardKeysReadThemselves() throws {
        #expect(try Keymap(overriding: Keymap.standard.words) == .standard)
    }

    @Test func aFileGivesAnIntentItsKeysAndNoOthers() throws {
        let keymap = try Keymap(overriding: ["list": ["ship": ["X", "f5"]]])
        #expect(keymap.intent("X") == ListIntent.ship)
        #expect(keymap.intent("f5") == ListIntent.ship)
        #expect(keymap.intent("f", as: ListIntent.self) == nil)
        #expect(keymap.words["list"]?["ship"] == ["X", "f5"])
    }

    @Test func keysCanChangePlaces() throws {
        let keymap = try Keymap(overriding: ["list": ["ship": ["o"], "hand-over": ["f"]]])
        #expect(keymap.intent("o") == ListIntent.ship)
        #expect(keymap.intent("f") == ListIntent.handOver)
    }

    @Test(
        arguments: [
            (["lost": ["ship": ["f"]]], .unknownContext("lost")),
            (["list": ["fly": ["f"]]], .unknownIntent(.list, "fly")),
            (["list": ["ship": ["hyper-f"]]], .badChord(.list, "ship", "hyper-f")),
            (["list": ["ship": ["u"]]], .conflict(.list, "u", "undo", "ship")),
            (["list": ["ship": ["ctrl-c"]]], .conflict(.list, "ctrl-c", "quit", "ship")),
            (["everywhere": ["quit": []]], .quitUnbound),
            (["everywhere": ["quit": ["q"]]], .letterInTyping(.everywhere, "quit", "q")),
            (["form": ["leave": ["x"]]], .letterInTyping(.form, "leave", "x")),
            (["confirm": ["yes": ["enter"]]], .enterConfirms),
        ] as [(Keymap.Words, KeymapProblem)])
    func whatIsWrongIsNamed(_ words: Keymap.Words, _ problem: KeymapProblem) {
        #expect { try Keymap(overriding: words) } throws: { error in
            let problems = (error as? KeymapProblems)?.problems
            return problems?.contains(problem) == true && problem.sentence.hasSuffix(".")
        }
    }

    @Test(arguments: ["f", "?", "space", "pgdn", "shift-down", "ctrl-l", "alt-x", "f12", "ä", "-"])
    func keysThatThereAreCanBeWritten(_ text: String) {
        #expect(Chord(parsing: text)?.text == text)
    }

    @Test(arguments: ["", "ff", "ctrl-", "ctrl-C", "ctrl-xx", "f25", "f0", "shift-a"])
    func keysThatThereAreNotCannot(_ text: String) {
        #expect(Chord(parsing: text) == nil)
    }

    @Test func keysAreShownAsPeopleKnowThem() {
        #expect(
            (["enter", "pgdn", "ctrl-l", "f", "shift-down", "f1"] as [Chord]).map(\.label)
                == ["Enter", "PgDn", "^L", "f", "Shift-Down", "F1"])
    }
}
