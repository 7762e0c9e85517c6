extension GlobalOptions {
    /// The arguments with what stands before the subcommand put after it, where the parser looks for it.
    ///
    /// `shipdesk --config FILE list` means the same as `shipdesk list --config FILE`.
    static func afterSubcommand(_ arguments: [String], subcommands: Set<String>) -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("--") {
            let takesValue = withValue.contains(first)
            let isGlobal =
                takesValue || first == "--read-only" || withValue.contains { first.hasPrefix($0 + "=") }
            guard isGlobal else { return arguments }
            leading += rest.prefix(takesValue ? 2 : 1)
            rest = rest.dropFirst(takesValue ? 2 : 1)
        }
        guard let command = rest.first, subcommands.contains(command) else { return arguments }
        return rest.prefix(1) + leading + rest.dropFirst()
    }

    private static let withValue: Set = ["--config", "--data-dir", "--store", "--theme", "--station"]
}
