import Terminal
import Testing

@testable import Settings

@Suite struct ThemeFileTests {
    private let folder: Folder
    private let library: ThemeLibrary
    init() throws {
        folder = try Folder()
        library = ThemeLibrary(folders: [folder.path])
    }

    private func complaints(_ text: String) throws -> [String] {
        try folder.write(text, to: "mine.yaml")
        do {
            _ = try library.theme(named: "mine")
            return []
        } catch {
            return error.findings.map { "\($0.line.map(String.init) ?? "-"): \($0.sentence)" }
        }
    }

    @Test func colorsComeInEverySpelling() throws {
        try folder.write(
            """
            inherits: mono
            palette: { sea: ["#0a65B6", 25, blue], sand: bright-yellow, fog: 249 }
            roles: { text: sea on fog, mark: "#010203 bold italic", title: on sand underline, error: dim }
            """, to: "mine.yaml")
        let theme = try library.theme(named: "mine")
        #expect(theme.roles[.text] == Appearance(.rgb(10, 101, 182), on: .palette(249)))
        #expect(theme.fallbacks[.ansi256]?[.text] == Appearance(.palette(25), on: .palette(249)))
        #expect(theme.fallbacks[.ansi16]?[.text] == Appearance(.named(.blue), on: .palette(249)))
        #expect(theme.roles[.mark] == Appearance(.rgb(1, 2, 3), on: .default, [.bold, .italic]))
        #expect(theme.roles[.title] == Appearance(.default, on: .named(.brightYellow), .underline))
        #expect(theme.roles[.error] == Appearance(.default, on: .default, .dim))
        #expect(theme.fallbacks[.ansi16]?[.mark] == nil)
    }

    @Test func whatNamesFewerRolesWins() throws {
        try folder.write(
            "inherits: mono\nroles: { state-held: red, state-*: green, state-s*: blue, \"*\": white }",
            to: "mine.yaml")
        let roles = try library.theme(named: "mine").roles
        #expect(roles[.stateHeld] == Appearance(.named(.red)))
        #expect(roles[.stateShipped] == Appearance(.named(.blue)))
        #expect(roles[.stateToShip] == Appearance(.named(.green)))
        #expect(roles[.text] == Appearance(.named(.white)))
    }

    @Test func aPaletteAloneRecoloursWhatIsInherited() throws {
        try folder.write("inherits: harbour\npalette: { sky: \"#010203\" }", to: "mine.yaml")
        let mine = try library.theme(named: "mine")
        let harbour = try library.theme(named: "harbour")
        #expect(mine.roles[.title]?.foreground == .rgb(1, 2, 3))
        #expect(mine.roles[.error] == harbour.roles[.error])
        #expect(mine.name == "mine")
        #expect(mine.summary == harbour.summary)
    }

    @Test func aPersonsThemeOfABuiltInNameLiesOverTheBuiltInOne() throws {
        try folder.write("inherits: harbour\nroles: { text: red }", to: "harbour.yaml")
        try folder.write("inherits: harbour\nroles: { dim: red }", to: "mine.yaml")
        for name in ["harbour", "mine"] {
            #expect(try library.theme(named: name).roles[.text] == Appearance(.named(.red)))
        }
        #expect(library.names == ThemeLibrary().names + ["mine"])
    }

    @Test(arguments: [
        ("", "-: The theme file is empty"),
        ("- a", "1: A theme must be a mapping"),
        ("role: {}", "1: A theme has no key `role`. Did you mean `roles`?"),
        ("inherits: mono\npalette: { sea: \"\" }", "2: The colour `sea` is empty"),
        ("inherits: mono\npalette:\n  sea: #102030", "3: The colour `sea` is empty"),
        ("inherits: mono\npalette: { sea: bleu }", "2: `bleu` is no colour"),
        ("inherits: mono\npalette: { sea: \"#12345\" }", "2: `#12345` is no colour"),
        ("inherits: mono\npalette: { sea: 256 }", "2: `256` is no colour"),
        ("inherits: mono\npalette: { sea: [] }", "2: `sea` takes one colour, or a list"),
        ("inherits: mono\npalette: { red: 1 }", "2: `red` cannot be the name of a colour"),
        ("inherits: mono\npalette: { bold: 1 }", "2: `bold` cannot be the name of a colour"),
        ("inherits: mono\npalette: 3", "2: `palette` must be lines"),
        ("inherits: mono\nroles:\n  text:\n", "3: The role `text` is empty"),
        ("inherits: mono\nroles:\n  text: \" \"\n", "3: The role `text` is empty"),
        ("inherits: mono\nroles:\n  text: red on\n", "3: `red on` cannot be read"),
        ("inherits: mono\nroles:\n  text: red blue\n", "3: `red blue` cannot be read"),
        ("inherits: mono\nroles:\n  text: red on bold\n", "3: `red on bold` cannot be read"),
        ("inherits: mono\nroles:\n  txt: red\n", "3: There is no role `txt`. Did you mean `text`?"),
        ("inherits: mono\nroles:\n  stat-*: red\n", "3: There is no role `stat-*`."),
        (
            "inherits: mono\nroles:\n  text: sae\npalette: { sea: 1 }",
            "3: `sae` is neither in the palette nor a colour. Did you mean `sea`?"
        ),
        ("inherits: nowhere", "1: There is no theme `nowhere`"),
        ("inherits: mine", "1: The theme mine inherits from itself"),
        ("name: yours\ninherits: mono", "1: The theme is called mine after its file"),
    ])
    func whatIsWrongIsToldWithItsLine(text: String, start: String) throws {
        let complaints = try complaints(text)
        #expect(complaints.contains { $0.hasPrefix(start) }, "\(complaints)")
    }

    @Test func aThemeThatForgetsRolesNamesThem() throws {
        let complaints = try complaints("roles: { \"s*\": red, text: red }")
        #expect(complaints.count == 1)
        #expect(complaints[0].hasPrefix("-: Nothing is said of dim, title, header,"), "\(complaints)")
        #expect(complaints[0].contains("inherits: harbour"))
    }

    @Test func themesAreLookedForInTheConfigFolderAndBesideTheConfiguration() throws {
        try folder.write("inherits: mono", to: "xdg/shipdesk/themes/one.yaml")
        try folder.write("inherits: mono", to: "themes/two.yaml")
        let places = Places(environment: ["XDG_CONFIG_HOME": folder.path + "/xdg"])
        let library = ThemeLibrary(places: places, configuration: folder.path + "/config.yaml")
        #expect(library.names.suffix(2) == ["one", "two"])
        #expect(try folder.load("theme: two\n" + oneStore).theme == "two")
    }

    @Test func anUnknownThemeIsAnErrorOfTheConfiguration() throws {
        let complaints = try folder.complaints("theme: harbor\n" + oneStore)
        #expect(complaints.count == 1)
        #expect(complaints[0].hasPrefix("1: There is no theme `harbor`"))
        #expect(complaints[0].hasSuffix("Did you mean `harbour`?"))
    }
}
