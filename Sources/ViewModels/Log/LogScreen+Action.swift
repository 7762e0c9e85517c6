import Model

extension LogScreen {
    /// What the line that is read was part of, so that all of it can be taken back: the first one shown.
    var action: ActionID? {
        entries.indices.contains(scroll.offset) ? entries[scroll.offset].action : nil
    }
}
