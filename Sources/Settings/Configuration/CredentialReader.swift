import Model

/// Reads `credentials:` of one store: one kind, whole, that the API takes.
struct CredentialReader {
    let file: TextFile
    let places: Places
    let findings: Findings
    let store: String
    let api: API

    func credentials(in parent: Section<StoreKey>) -> CredentialSource? {
        guard let value = parent.value(.credentials) else { return nil }
        guard var section = Section<CredentialKey>(value, called: "`credentials`", findings) else {
            return nil
        }
        section.title = parent.title
        noteUnusable(section)
        let registration = registration(section)
        let kinds = CredentialKind.usable(with: api).filter { $0.keys.contains(where: section.has) }
        guard let kind = kinds.first else {
            noteNone(section)
            return nil
        }
        if kinds.count > 1 {
            let words = kinds.compactMap(\.demanded.last).map { "`\($0.rawValue)`" }
                .joined(separator: " and ")
            findings.add(
                section.title + "\(words) are different kinds of credentials; keep one.", line: section.line)
        }
        for key in kind.demanded { section.demand(key, partner(of: key, in: kind, section)) }
        let identifier = kind.identifier.flatMap { source($0, section) }
        let secret = source(kind.secret, section)
        if secret == nil, kind.demanded.contains(kind.secret) || section.has(kind.secret) { return nil }
        var credentials = CredentialSource(
            kind: kind, identifier: identifier, secret: secret, registration: registration)
        if kind == .login { credentials.login = LoginReader(section: section).places() }
        return credentials
    }

    private func partner(
        of key: CredentialKey, in kind: CredentialKind, _ section: Section<CredentialKey>
    ) -> String {
        let other = kind.keys.first { $0 != key && section.has($0) } ?? key
        return "`\(other.rawValue)` needs it"
    }

    private func registration(_ section: Section<CredentialKey>) -> RegistrationSource? {
        guard takesRegistration, section.has(.rsuAPIReg) || section.has(.rsuAPIRegSecret) else { return nil }
        section.demand(.rsuAPIReg, "`rsu_api_reg_secret` needs it")
        section.demand(.rsuAPIRegSecret, "`rsu_api_reg` needs it")
        let token = source(.rsuAPIReg, section)
        guard let secret = source(.rsuAPIRegSecret, section), let token else { return nil }
        return RegistrationSource(token: token, secret: secret)
    }

    private var takesRegistration: Bool { api == .runsignupTicketStore || api == .runsignupRaceStore }

    private var usableKeys: [CredentialKey] {
        CredentialKind.usable(with: api).flatMap(\.keys)
            + (takesRegistration ? [.rsuAPIReg, .rsuAPIRegSecret] : [])
    }

    private func noteUnusable(_ section: Section<CredentialKey>) {
        let words = usableKeys.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        for key in CredentialKey.allCases where section.has(key) && !usableKeys.contains(key) {
            section.note("\(api.rawValue) cannot use `\(key.rawValue)`; it takes \(words).", at: key)
        }
    }

    private func noteNone(_ section: Section<CredentialKey>) {
        guard !CredentialKey.allCases.contains(where: { section.has($0) && !usableKeys.contains($0) }) else {
            return
        }
        let words = CredentialKind.usable(with: api)
            .map { $0.demanded.map { "`\($0.rawValue)`" }.joined(separator: " + ") }
            .joined(separator: ", or ")
        findings.add(section.title + "`credentials` needs \(words).", line: section.line)
    }

    // MARK: Sources

    private func source(_ key: CredentialKey, _ section: Section<CredentialKey>) -> SecretSource? {
        guard let value = section.value(key), let origin = origin(value, key, section) else { return nil }
        return SecretSource(
            origin, store: store, key: key.rawValue, file: file.path, line: section.line(of: key))
    }

    private func origin(
        _ value: YAMLValue, _ key: CredentialKey, _ section: Section<CredentialKey>
    ) -> SecretSource.Origin? {
        guard value.entries != nil else { return plain(key, section) }
        guard var source = Section<SourceKey>(value, called: "`\(key.rawValue)`", findings) else {
            return nil
        }
        source.title = section.title + "`\(key.rawValue)`: "
        let found = SourceKey.allCases.filter(source.has)
        guard found.count == 1, let one = found.first else {
            section.note("`\(key.rawValue)` needs exactly one of `env`, `file`, `command`.", at: key)
            return nil
        }
        switch one {
        case .env: return source.text(.env).map { .environment($0) }
        case .file:
            return source.text(.file).map { .file(places.expand($0, in: Places.folder(of: file.path))) }
        case .command: return command(source)
        }
    }

    private func command(_ source: Section<SourceKey>) -> SecretSource.Origin? {
        let words = source.value(.command)?.list?.compactMap(\.text) ?? []
        guard let program = words.first, !program.isEmpty, words.count == source.value(.command)?.list?.count
        else {
            source.note("`command` must be a list such as [pass, show, rsu].", at: .command)
            return nil
        }
        return .command([places.expand(program, in: "")] + words.dropFirst())
    }

    private func plain(_ key: CredentialKey, _ section: Section<CredentialKey>) -> SecretSource.Origin? {
        guard let text = section.text(key) else { return nil }
        if !key.isPublic, !file.isPrivate {
            section.note(
                "`\(key.rawValue)` stands here in plain text, but others may read this file; run "
                    + "`chmod 600 \(file.path)`, or write { env: NAME }, { file: path }, { command: [...] }.",
                at: key)
            return nil
        }
        return .plain(Secret(text))
    }
}
