import Model
import ViewModels

extension Situation {
    static let details: [Situation] = [
        above("detail-eventful") { _ in
            [.detail(DetailScreen(Details.eventful.key, detail: Details.eventful))]
        },
        above("detail-scrolled") { _ in
            var screen = DetailScreen(Details.eventful.key, detail: Details.eventful)
            screen.scroll = 8
            return [.detail(screen)]
        },
        above("detail-no-address") { _ in
            [.detail(DetailScreen(Details.homeless.key, detail: Details.homeless))]
        },
        above("detail-hostile") { _ in [.detail(DetailScreen(Details.hostile.key, detail: Details.hostile))]
        },
        above("detail-missing") { _ in
            var screen = DetailScreen(Station.key(9999))
            screen.isMissing = true
            return [.detail(screen)]
        },
    ]

    static let questions: [Situation] = [
        above("confirm-ship") { _ in [.confirm(question)] },
        above("confirm-refused") { _ in
            var question = question
            question.stage = .refused([
                Refusal.moreThanSafe(PurchaseID(1043), item: 1, asked: 2, safe: 1).sentence,
                Refusal.held(PurchaseID(1044), reason: "address looks wrong").sentence,
            ])
            return [.confirm(question)]
        },
        above("confirm-working") { _ in
            var question = question
            question.stage = .working
            return [.confirm(question)]
        },
        above("hidden-marks") { _ in
            [.hiddenMarks(HiddenMarks(hidden: [Station.key(1), Station.key(2)], marked: 12))]
        },
    ]

    private static let question = Confirmation(
        "Ship",
        lines: [
            ConfirmationLine("3 items of purchase 1043, Müller, Zoë", .strong),
            ConfirmationLine("2 Shirt L"), ConfirmationLine("1 Poster, signed"), ConfirmationLine(""),
            ConfirmationLine("Zoë Müller, Hauptstr. 5, Hinterhaus, 80331 München, DE"),
            ConfirmationLine("Tracking 1Z999AA10123456784, deliver by Fri 2026-11-27", .faint),
            ConfirmationLine("The tracking number fails its check digit.", .warning),
        ], question: "Ship 3 items?", deed: .quit)

    static let others: [Situation] = [
        above("log") { _ in
            var log = LogScreen()
            log.isLoading = false
            log.entries = LogLines.entries
            return [.log(log)]
        },
        above("log-empty") { _ in
            var log = LogScreen(of: Station.key(1043))
            log.isLoading = false
            return [.log(log)]
        },
        above("help") { _ in [.help(HelpScreen(LogLines.help))] },
        above("search-line") { _ in [.line(InputLine(.search, text: "müller shirt"))] },
        above("command-line") { _ in
            var line = InputLine(.command, text: "theme harbor")
            line.problem = "There is no theme harbor."
            return [.line(line)]
        },
    ]
}
