import Model

// Seats and barcodes by scanner: a scan fills the field that has the focus, and goes on to the next of its
// kind.
extension ChangeForm {
    mutating func take(scan text: String) -> FormScan {
        awaited = nil
        isLeaving = false
        guard !scanned.isEmpty else {
            return .loud("Scanned \(text), but nothing here is scanned: not used.")
        }
        guard let name = target else {
            return .loud(
                "Scanned \(text), but all seats have one: not used. Move to a field to replace what it has.")
        }
        let same = others(like: name).first {
            $0.id != .value(name) && comparableTracking($0.entry.text) == comparableTracking(text)
        }
        if let same { return .loud("\(text) is \(same.label) already: not used.") }
        brought[name] = text
        let before = form[.value(name)]?.entry.trimmed ?? ""
        form.change(.value(name)) {
            $0.entry = TextEntry(text)
            $0.problem = nil
        }
        let next = following(name)
        form.focus(on: .value(next ?? name))
        isFull = next == nil && scanned.count > 1
        let words = "\(name): \(text)." + (next == nil ? " That was the last." : "")
        if before.isEmpty || before == text { return .quiet(words) }
        return .loud("\(words) Before: \(before).", .warning)
    }

    /// A paste goes where text is typed; into a seat or barcode it counts as a scan.
    var pastes: Bool {
        if case .value(let name)? = form.focused?.id { !scanned.contains(name) } else { false }
    }

    /// The focused field where it takes scans; else the first that is empty, barcodes before seats. Nil where
    /// it would take the place of what nobody pointed at.
    private var target: String? {
        if isFull { return nil }
        if case .value(let name)? = form.focused?.id, scanned.contains(name) { return name }
        if scanned.count == 1 { return scanned[0] }
        let empty = scanned.filter { form[.value($0)]?.entry.isEmpty ?? false }
        return empty.first { Self.column($0) == "barcode" } ?? empty.first
    }

    private func following(_ name: String) -> String? {
        let column = scanned.filter { Self.column($0) == Self.column(name) }
        guard let place = column.firstIndex(of: name), place + 1 < column.count else { return nil }
        return column[place + 1]
    }

    private func others(like name: String) -> [FormField] {
        scanned.filter { Self.column($0) == Self.column(name) }.compactMap { form[.value($0)] }
    }

    /// `barcode` of `seats[2].barcode`; the name itself where it is in no list.
    private static func column(_ name: String) -> Substring {
        name.contains("]") ? name.split(separator: ".").last ?? "" : name[...]
    }
}
