import APIs

extension CallSlots {
    /// What all processes of this box know of their calls, in a file for each host and stretch. Where none
    /// can be kept, this process counts its own.
    var tallies: CallTallies {
        CallTallies { name, change in
            for place in places where file(of: name, in: place).change(change) { return }
            Self.own.change(name, change)
        }
    }

    private func file(of name: CallTallies.Name, in place: Place) -> CallTallyFile {
        let stretch = name.stretch.map { "-\($0)" } ?? ""
        return CallTallyFile(
            file: LockFile(
                directory: place.directory, name: "shipdesk-\(Self.host(of: name.baseURL))-calls\(stretch)",
                isForEverybody: place.isForEverybody))
    }

    private static let own = CallTallies.inMemory()
}
