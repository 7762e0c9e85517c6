extension GlobalOptions {
    /// A command with the commands below it.
    struct CommandNames {
        var below: [String: CommandNames]
        init(_ below: [String: CommandNames] = [:]) { self.below = below }
    }

    /// The arguments with what stands before the last subcommand put after it, where the parser looks for it.
    ///
    /// `shipdesk --config FILE outbox list` means the same as `shipdesk outbox list --config FILE`.
    static func afterSubcommand(_ arguments: [String], of root: CommandNames) -> [String] {
        var path: [String] = []
        var leading: [String] = []
        var rest = arguments[...]
        var command = root
        while true {
            let (options, others) = leadingOptions(of: rest)
            guard let name = others.first, let next = command.below[name] else { break }
            path.append(name)
            leading += options
            rest = others.dropFirst()
            command = next
        }
        return path + leading + rest
    }

    private static func leadingOptions(of arguments: ArraySlice<String>) -> ([String], ArraySlice<String>) {
        var options: [String] = []
        var rest = arguments
        while let first = rest.first {
            let takesValue = withValue.contains(first)
            let isGlobal =
                takesValue || first == "--read-only" || withValue.contains { first.hasPrefix($0 + "=") }
            guard isGlobal else { break }
            options += rest.prefix(takesValue ? 2 : 1)
            rest = rest.dropFirst(takesValue ? 2 : 1)
        }
        return (options, rest)
    }

    private static let withValue: Set = ["--config", "--data-dir", "--store", "--theme", "--station"]
}
