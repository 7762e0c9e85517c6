import Terminal
import ViewModels
import Widgets

/// What fills the middle: the list, or the screen that hides it.
struct BaseScreen: Widget {
    var desk: Desk
    var screen: Screen?

    func draw(into grid: inout Grid, in rect: Rect) {
        let clock = desk.surroundings.clock
        switch screen {
        case .detail(let detail): grid.draw(DetailPage(detail, clock: clock), in: rect)
        case .ship(let form): grid.draw(ShipFormPage(form, clock: clock), in: rect)
        case .change(let form): grid.draw(ChangeFormPage(form), in: rect)
        case .undo(let form): grid.draw(UndoFormPage(form, clock: clock), in: rect)
        case .hold(let form): grid.draw(HoldFormPage(form), in: rect)
        case .outbox(let outbox): grid.draw(OutboxPage(outbox, in: desk.surroundings), in: rect)
        case .log(let log): grid.draw(LogPage(log, in: desk.surroundings), in: rect)
        case .bothSides(let both): grid.draw(BothSidesPage(both, in: desk.surroundings), in: rect)
        case .importing(let screen): grid.draw(ImportPage(screen, clock: clock), in: rect)
        case .memo(let form): grid.draw(MemoFormPage(form), in: rect)
        case .paper(let form): grid.draw(PaperFormPage(form), in: rect)
        case .pick(let pick): grid.draw(PickPage(pick, desk.surroundings), in: rect)
        case .scanToShip(let scan): grid.draw(ScanToShipPage(scan, in: desk.surroundings), in: rect)
        case .help(let help): grid.draw(HelpPage(help), in: rect)
        case .today(let today): grid.draw(TodayPage(today, desk.surroundings), in: rect)
        case .themes(let picker): grid.draw(ThemePickerPage(picker), in: rect)
        case .confirm, .hiddenMarks, .transfers, .line, .sorting, nil: grid.draw(ListPage(desk), in: rect)
        }
    }
}
