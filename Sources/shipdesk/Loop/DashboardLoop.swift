import Cache
import Curses
import Dispatch
import Screens
import Services
import Settings
import Terminal
import ViewModels
import Widgets

/// The loop: what comes in changes the dashboard, the dashboard says what should be done, screens draw it.
///
/// It owns the one value that is the dashboard; nobody else keeps a part of it. A key is drawn at once; news
/// from elsewhere is drawn at most every 50 ms. While nothing happens only the clock's minute wakes it.
@MainActor
final class DashboardLoop {
    private var dashboard: Dashboard
    private var theme: Theme
    private let themes: ThemeLibrary
    private let driver: CursesDriver
    private let performers: Performers
    private var news: NewsDesk?
    private var minute: MinuteHand?
    private var line: LineWatch?
    private let notices: [String]
    private var ending: CheckedContinuation<Void, Never>?
    /// Nil: the screen is not kept.
    private let keeper: ScreenKeeper?
    private var wasCutOff = false

    init(
        dashboard: Dashboard, driver: CursesDriver, performers: Performers, theme: Theme,
        themes: ThemeLibrary, notices: [String], keeper: ScreenKeeper? = nil
    ) {
        self.keeper = keeper
        self.dashboard = dashboard
        self.driver = driver
        self.performers = performers
        self.themes = themes
        self.theme = theme
        self.notices = notices
    }

    /// Until somebody quits, or the terminal is gone.
    /// - Throws: ``CursesError`` where there is no terminal.
    func run() async throws {
        try driver.start(
            onInput: { [weak self] in self?.received($0) }, onSignal: { [weak self] in self?.received($0) })
        defer { driver.stop() }
        minute = MinuteHand { [weak self] in self?.lookAround() }
        line = LineWatch(performers.bench) { [weak self] in self?.lookAround() }
        let size = driver.size
        feed(.clock(.station))
        feed(.resize(width: size.width, height: size.height))
        feedHealth()
        perform(dashboard.start())
        for notice in driver.notices + notices { feed(.answer(.failed(notice))) }
        draw()
        news = NewsDesk(cache: performers.cache.cache) { [weak self] change in self?.tell(change) }
        performers.team.start()
        await withCheckedContinuation { ending = $0 }
        news = nil
        minute = nil
        performers.marks.end()
        performers.claims.end()
        line = nil
        keeper?.finish(dashboard.memory(wasCutOff: wasCutOff))
        await performers.team.stop()
    }
}

// MARK: - Coming in

extension DashboardLoop {
    private func received(_ inputs: [Input]) {
        busy {
            for input in inputs { feed(Event(input)) }
            draw()
        }
        keeper?.note { [weak self] in self?.dashboard.memory(wasCutOff: true) }
    }

    /// A scanner types on while the screen is drawn: its keys are read late, and that is no pause.
    private func busy(_ work: () -> Void) {
        let start = monotonicMilliseconds()
        work()
        let time = monotonicMilliseconds() - start
        if time > 0 { feed(.busy(time)) }
    }

    private func received(_ signal: TerminalSignal) {
        switch signal {
        case .terminate, .hangUp:
            wasCutOff = true
            end()
        case .suspend: suspend()
        case .resumed: performers.team.start()
        }
    }

    /// News comes with the time, for what counts down.
    private func tell(_ change: Change) {
        busy {
            feed(.clock(.station))
            feedHealth()
            feed(.changed)
            draw()
        }
    }

    /// What no news tells of: the time, and whether whoever leads is at work.
    private func lookAround() {
        feed(.clock(.station))
        feedHealth()
        draw()
    }

    private func feedHealth() {
        let health = performers.health()
        feed(.health(line?.look(at: health) ?? health))
        for notice in line?.notices ?? [] { feed(.answer(.failed(notice))) }
    }

    /// Keys that are there to be read come before the timer: they may belong to a scan.
    private func woke(_ token: WakeToken) {
        driver.readWaitingInput()
        let before = dashboard.desk
        if token == .second { feed(.clock(.station)) }
        feed(.woke(token))
        // Most timers find nothing left to do; a frame that shows nothing new is not drawn.
        if dashboard.desk != before { draw() }
    }

    private func told(_ event: Event) {
        busy {
            feed(event)
            draw()
        }
    }

    private func feed(_ event: Event) { perform(dashboard.update(event)) }

    private func draw() {
        let size = driver.size
        var grid = Grid(size)
        Screens.draw(dashboard, into: &grid)
        if !driver.isUTF8 { grid.fallBackToASCII() }
        driver.show(grid, theme)
        if dashboard.desk.awaitsFirstFrame { feed(.firstFrameShown(at: monotonicMilliseconds())) }
        measureScroll(in: size)
    }

    /// Only the picture of a text knows where it ends; costs nothing while the list is on top.
    private func measureScroll(in size: Size) {
        guard let known = dashboard.desk.top?.lastScroll,
            let last = lastScroll(of: dashboard.desk, in: size), last != known
        else { return }
        feed(.drawn(lastScroll: last))
    }
}

// MARK: - Doing what the dashboard says

extension DashboardLoop {
    /// What can be answered at once is, before the next frame.
    private func perform(_ effects: [Effect]) {
        var left = effects[...]
        while let effect = left.popFirst() {
            switch effect {
            case .cache(let effect):
                let answer = performers.cache.answer(effect) { [weak self] in self?.told(.answer($0)) }
                if let answer { left += dashboard.update(.answer(answer)) }
            case .marks(let effect):
                performers.marks.perform(effect) { [weak self] in self?.told(.answer($0)) }
            case .behind(let number, let effect):
                performers.marks.perform(effect) { [weak self] in self?.told(.answer(.behind(number, $0))) }
            case .claims(let effect): performers.claims.perform(effect)
            case .paper(let effect):
                performers.paper.perform(effect) { [weak self] in self?.told(.answer($0)) }
            case .sync(let effect):
                let answer = performers.sync.perform(effect) { [weak self] in self?.told(.answer($0)) }
                if let answer { left += dashboard.update(.answer(answer)) }
            case .files(let effect):
                performers.files.perform(effect) { [weak self] in self?.told(.answer($0)) }
            case .views(let effect):
                performers.views.perform(effect) { [weak self] in self?.told(.answer($0)) }
            case .app(let effect): perform(effect)
            }
        }
    }

    private func perform(_ effect: AppEffect) {
        switch effect {
        case .quit: end()
        case .suspend: suspend()
        case .redraw: driver.redraw()
        case .bell: driver.bell()
        case .wake(let after, let token):
            DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Int(after))) { [weak self] in
                MainActor.assumeIsolated { self?.woke(token) }
            }
        case .copy(let text): driver.copyToClipboard(text)
        case .theme(let name):
            do {
                theme = try themes.theme(named: name)
            } catch {
                feed(.answer(.failed(error.description)))
            }
        case .readThemes: feed(.answer(.themes(themes.choices)))
        }
    }

    /// Whoever leads lets go first, and of the cache: a stopped process must not hold the others up.
    private func suspend() {
        Task {
            await performers.team.stop()
            driver.suspend { [cache = performers.cache.cache] stop in try? cache.atRest(stop) }
        }
    }

    private func end() {
        ending?.resume()
        ending = nil
    }
}

extension ThemeLibrary {
    /// Every theme as the picker shows it; a file that is wrong says what is wrong with it.
    fileprivate var choices: [ThemeChoice] {
        names.map { name in
            do throws(ConfigError) {
                return ThemeChoice(name: name, summary: try theme(named: name).summary)
            } catch {
                return ThemeChoice(name: name, summary: "", problem: error.description)
            }
        }
    }
}
