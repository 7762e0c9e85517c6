import Model

extension LogScreen {
    /// What the line under the cursor was part of, so that all of it can be taken back.
    var action: ActionID? { current?.action }
}
