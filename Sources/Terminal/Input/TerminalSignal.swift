/// What happens to a terminal's program from outside.
package enum TerminalSignal: Sendable, Hashable {
    /// Somebody asks the program to end (SIGTERM, SIGINT or SIGQUIT from another process).
    case terminate
    /// The terminal is gone (SIGHUP, or reading fails for good).
    case hangUp
    /// Somebody asks the program to stop for a while (SIGTSTP from another process).
    case suspend
    /// The program goes on after a stop; the terminal is up again.
    case resumed
}
