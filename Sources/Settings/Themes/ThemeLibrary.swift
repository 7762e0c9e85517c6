import FoundationEssentials
import Terminal

/// The themes that there are: those that are built in, and a person's own, which win.
package struct ThemeLibrary: Sendable, Hashable {
    /// Folders with theme files, best first.
    package let folders: [String]

    package init(folders: [String] = []) { self.folders = folders }

    /// With the folders of this person: `$XDG_CONFIG_HOME/shipdesk/themes`, and `themes` beside the
    /// configuration file.
    package init(places: Places, configuration file: String?) {
        let own = places.configFolder.map { $0 + "/themes" }
        let beside = file.map { places.expand("themes", in: Places.folder(of: $0)) }
        folders = [own, beside].compactMap(\.self).reduce(into: []) { all, folder in
            if !all.contains(folder) { all.append(folder) }
        }
    }

    /// The built-in ones first, then a person's own by name.
    package var names: [String] {
        let own = Set(folders.flatMap(Self.themes(in:))).subtracting(Self.builtIn.map(\.name))
        return Self.builtIn.map(\.name) + own.sorted()
    }

    /// - Throws: ``ConfigError`` for a name that is unknown and for a file that is wrong.
    package func theme(named name: String) throws(ConfigError) -> Theme {
        guard names.contains(name) else { throw ConfigError(unknown(name)) }
        var sheet = try sheet(named: name, isBase: false)
        var seen: Set<String> = [sheet.file]
        while let base = sheet.inherits {
            guard names.contains(base.value) else {
                throw ConfigError(unknown(base.value), file: base.file, line: base.line)
            }
            let isOwnName = base.file.hasSuffix("/\(base.value).yaml")
            let below = try self.sheet(named: base.value, isBase: isOwnName)
            guard seen.insert(below.file).inserted else {
                throw ConfigError(
                    "The theme \(name) inherits from itself; end the chain.", file: base.file, line: base.line
                )
            }
            sheet = sheet.laid(over: below)
        }
        return try sheet.theme()
    }

    func unknown(_ name: String) -> String {
        "There is no theme `\(name)`; there are \(names.joined(separator: ", "))."
            + suggestion(for: name, among: names)
    }

    /// - Parameter isBase: a person's own theme of this name wants the built-in one below it.
    private func sheet(named name: String, isBase: Bool) throws(ConfigError) -> ThemeSheet {
        let bytes = Self.builtIn.first { $0.name == name }?.bytes
        let paths = isBase && bytes != nil ? [] : folders.map { "\($0)/\(name).yaml" }
        let path = paths.first(where: TextFile.exists)
        let file = path ?? "(built in) \(name).yaml"
        let text =
            if let path { try TextFile(path: path).text } else {
                String(decoding: bytes ?? [], as: UTF8.self)
            }
        let findings = Findings(file: file)
        let value = try YAMLValue.parse(text, file: file)
        let sheet = value.flatMap { ThemeReader(findings: findings).sheet($0, name: name) }
        try findings.raise()
        guard let sheet else {
            throw ConfigError("The theme file is empty; begin it with `inherits: harbour`.", file: file)
        }
        return sheet
    }

    private static func themes(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    }
}

extension ThemeLibrary {
    private static var builtIn: [(name: String, bytes: [UInt8])] {
        [
            ("harbour", PackageResources.harbour_yaml), ("paper", PackageResources.paper_yaml),
            ("contrast", PackageResources.contrast_yaml), ("mono", PackageResources.mono_yaml),
            ("beacon", PackageResources.beacon_yaml), ("beacon-day", PackageResources.beacon_day_yaml),
            ("console", PackageResources.console_yaml), ("dusk", PackageResources.dusk_yaml),
            ("ember", PackageResources.ember_yaml), ("meadow", PackageResources.meadow_yaml),
        ]
    }
}
