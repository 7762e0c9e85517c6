import Yams

extension YAMLValue {
    /// The only place that knows the YAML library.
    ///
    /// The library's own error texts quote the file, which may hold secrets: only the bare problem and the
    /// line are taken over.
    /// - Parameter file: the name that errors carry.
    package static func parse(_ text: String, file: String) throws(ConfigError) -> YAMLValue? {
        do {
            return try Yams.compose(yaml: text).map { value(of: $0, line: 1) }
        } catch let error as YamlError {
            throw ConfigError(sentence(for: error), file: file, line: line(of: error))
        } catch {
            throw ConfigError("The file is not valid YAML.", file: file)
        }
    }

    private static func value(of node: Node, line: Int) -> YAMLValue {
        let line = node.mark?.line ?? line
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style != .plain && scalar.style != .any
            return YAMLValue(content: .scalar(scalar.string, isQuoted: isQuoted), line: line)
        case .sequence(let nodes):
            return YAMLValue(content: .list(nodes.map { value(of: $0, line: line) }), line: line)
        case .mapping(let mapping):
            return YAMLValue(content: .mapping(mapping.map { entry($0.key, $0.value, line) }), line: line)
        case .alias:
            return YAMLValue(content: .scalar("", isQuoted: false), line: line)
        }
    }

    private static func entry(_ key: Node, _ node: Node, _ line: Int) -> Entry {
        let line = key.mark?.line ?? line
        return Entry(key: key.scalar?.string ?? "", line: line, value: value(of: node, line: line))
    }

    private static func sentence(for error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
            .reader(let problem, _, _, _):
            "The file is not valid YAML: \(problem). Check indentation, colons and quotes here."
        case .duplicatedKeysInMapping(let keys, _):
            "\(keys.map { "`\($0)`" }.joined(separator: ", ")) is written twice; keep one of them."
        default:
            "The file is not valid YAML."
        }
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        case .duplicatedKeysInMapping(_, let context):
            context.mark.line
        case .reader(_, let offset, _, let yaml):
            offset.map { yaml.prefix($0).filter(\.isNewline).count + 1 }
        default:
            nil
        }
    }
}
