/// What can stand above the list.
package enum Screen: Sendable, Hashable {
    case detail(DetailScreen)
    case ship(ShipForm)
    case undo(UndoForm)
    case hold(HoldForm)
    case confirm(Confirmation)
    case hiddenMarks(HiddenMarks)
    case transfers(TransferChoice)
    case importing(ImportScreen)
    case outbox(OutboxScreen)
    case bothSides(BothSidesScreen)
    case log(LogScreen)
    case help(HelpScreen)
    case line(InputLine)
    case themes(ThemePicker)
    case today(TodayScreen)
}
