import Model

@testable import ViewModels

extension Situation {
    static let details: [Situation] = [
        above("detail-eventful") { _ in
            [.detail(DetailScreen(Details.eventful.key, detail: Details.eventful))]
        },
        above("detail-scrolled") { _ in
            var screen = DetailScreen(Details.eventful.key, detail: Details.eventful)
            screen.scroll.offset = 8
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
        above("confirm-ship") { desk in [.confirm(question(desk))] },
        above("confirm-many") { desk in
            let plan = plan(desk)
            let lines = plan.included.map { MarkLine(key: $0.key) }
            return [.confirm(.shipping(plan, MarkRequest(verb: .ship, lines: lines, author: Station.author)))]
        },
        above("confirm-quit") { _ in [.confirm(.quitting(sending: 2))] },
        above("confirm-refused") { desk in
            var question = question(desk)
            question.stage = .refused([
                Refusal.moreThanSafe(PurchaseID(1043), item: 1, asked: 2, safe: 1).sentence,
                Refusal.held(PurchaseID(1044), reason: "address looks wrong").sentence,
            ])
            return [.confirm(question)]
        },
        above("confirm-working") { desk in
            var question = question(desk)
            question.stage = .working
            return [.confirm(question)]
        },
        above("hidden-marks") { _ in
            [.hiddenMarks(HiddenMarks(hidden: [Station.key(1), Station.key(2)], marked: 12))]
        },
    ]

    private static func question(_ desk: Desk) -> Confirmation {
        let request = MarkRequest(
            verb: .ship, lines: [MarkLine(key: Details.eventful.key, item: 1, quantity: 1)],
            tracking: "1Z999AA10123456784", deliverBy: PlainDate("2026-11-27"), author: Station.author)
        return .shipping(
            Details.eventful, request, to: Details.eventful.purchase.address, now: desk.surroundings.clock.now
        )
    }

    static let others: [Situation] = [
        above("log") { desk in [.log(log(desk, cursor: 1))] },
        above("log-held") { desk in [.log(log(desk, cursor: 3))] },
        above("log-filter") { desk in
            var log = log(desk, cursor: 0)
            log.show(only: "confirmed ポスター", rows: desk.surroundings.layout.explainedRows)
            return [.log(log)]
        },
        above("log-empty") { _ in
            var log = LogScreen(of: Station.key(1043))
            log.isLoading = false
            return [.log(log)]
        },
        above("transfers") { _ in
            let lines = [
                TransferLine(itemName: "Shirt L", quantity: 1, purchase: PurchaseID(1051), isOut: true),
                TransferLine(itemName: "Mug", quantity: 2, purchase: PurchaseID(998), isOut: false),
            ]
            return [
                .detail(DetailScreen(Details.eventful.key, detail: Details.eventful)),
                .transfers(TransferChoice(store: Station.gala.id, transfers: lines)),
            ]
        },
        above("help") { desk in [.help(desk.help)] },
        above("today") { _ in [.today(TodayScreen(report: Days.busy))] },
        above("today-quiet") { _ in [.today(TodayScreen(report: DayReport()))] },
        listed("today-nobody-reads") { desk in
            let alone = StoreHealth(store: Station.run.id, syncedAt: Station.now - 600)
            desk.surroundings.stores.append(Station.run)
            desk.surroundings.health = [StoreHealth(store: Station.gala.id), alone]
            desk.stack = [.today(TodayScreen(report: DayReport()))]
        },
        above("themes") { _ in
            var picker = ThemePicker(before: "harbour")
            picker.choices = ["harbour", "paper", "contrast", "mono", "beacon"].map {
                ThemeChoice(name: $0, summary: "A few words on \($0)")
            }
            picker.choices.append(
                ThemeChoice(name: "mine", summary: "", problem: "mine.yaml:3: there is no role `tex`."))
            picker.cursor = 1
            return [.themes(picker)]
        },
        above("search-line") { _ in [.line(InputLine(.search, text: "müller shirt"))] },
        above("command-line") { _ in
            var line = InputLine(.command, text: "theme harbor")
            line.problem = "There is no theme harbor."
            return [.line(line)]
        },
        above("command-candidates") { desk in
            var line = InputLine(.command, text: "s")
            line.candidates = Candidate.all(for: "s", in: desk.surroundings)
            return [.line(line)]
        },
    ]

    private static func log(_ desk: Desk, cursor: Int) -> LogScreen {
        var log = LogScreen()
        log.fill(LogLines.entries, rows: desk.surroundings.layout.explainedRows)
        log.cursor = cursor
        return log
    }
}
