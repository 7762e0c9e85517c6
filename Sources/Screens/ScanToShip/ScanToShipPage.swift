import Model
import Terminal
import ViewModels
import Widgets

/// Scan an order, scan its number: large words for what comes next, what will ship and where it goes, and
/// below what became of the last scans.
struct ScanToShipPage: Widget {
    private let scan: ScanToShip
    private let codes: ItemCodes?
    private let surroundings: Surroundings

    init(_ scan: ScanToShip, in surroundings: Surroundings) {
        self.scan = scan
        self.surroundings = surroundings
        codes = scan.parcel.flatMap { surroundings.codes[$0.detail.store.id] }
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: heading, right: tally + Line(" ")), in: title)
        grid.draw(Rule(Line("Nothing asks here: scanning ships", .warning)), in: rule)
        let (banner, below) = body.top(min(bannerHeight(body), body.height))
        drawBanner(into: &grid, in: banner)
        grid.cursor = Point(x: banner.x, y: banner.y)
        drawOrder(into: &grid, in: below)
    }

    private var heading: Line {
        Line(" Scan to ship", .title) + (scan.verifies ? Line("  every item is scanned", .dim) : .blank)
    }

    private var tally: Line {
        let tally = scan.tally
        let parts = [
            Line(counted(tally.scans, "scan"), .dim), Line(counted(tally.orders, "order"), .dim),
            Line("\(tally.shipped) shipped", .good),
            tally.refused > 0 ? Line("\(tally.refused) not used", .warning) : .blank,
            tally.failed > 0 ? Line("\(tally.failed) failed", .error) : .blank,
        ]
        return parts.joined(by: "  ")
    }
}

// The banner: what is to be scanned now, or what is wrong, over the full width.
extension ScanToShipPage {
    private func bannerHeight(_ body: Rect) -> Int {
        bannerLines(body.width).count + (body.height < 12 ? 0 : 2)
    }

    private func bannerLines(_ width: Int) -> [Line] {
        words.flatMap { Line($0).wrapped(to: max(1, width - 4)) }
    }

    /// Loud words first; else what comes next.
    private var words: [String] {
        if let warning = scan.warning { return warning.lines + [answers(warning)] }
        if let complaint = scan.complaint { return [complaint, next] }
        return [next]
    }

    private func answers(_ warning: ScanWarning) -> String {
        warning.answers.map { intent in
            let key = surroundings.keymap.chords(of: intent).first?.label ?? "-"
            return "\(key) \(intent.label)"
        }.joined(separator: "   ")
    }

    private var next: String {
        switch scan.stage {
        case .order: "SCAN AN ORDER"
        case .choosing(let text, _): "SEVERAL ORDERS HAVE THE NUMBER \(text): PICK ONE"
        case .counting: "SCAN THE ITEMS: \(scan.shortWords(codes) ?? "")"
        case .tracking(let parcel):
            parcel.detail.store.capabilities.tracking
                ? "SCAN THE TRACKING NUMBER" : "THIS STORE TAKES NO TRACKING NUMBER"
        }
    }

    private var role: Role {
        scan.warning != nil || scan.complaint != nil ? .error : scan.parcel == nil ? .info : .good
    }

    private func drawBanner(into grid: inout Grid, in rect: Rect) {
        let isLoud = scan.warning != nil || scan.complaint != nil
        let style = Style(role, isLoud ? [.reverse, .bold] : [.bold])
        grid.fill(rect, " ", style)
        let lines = bannerLines(rect.width)
        let first = rect.y + max(0, (rect.height - lines.count) / 2)
        for (number, line) in lines.enumerated() where first + number < rect.maxY {
            let mark = isLoud && number == 0 ? "! " : "  "
            let row = Rect(x: rect.x + 1, y: first + number, width: rect.width - 2, height: 1)
            grid.put(mark + line.text, at: row, style)
        }
    }
}

// The order: its number large, what goes into the parcel, and the label.
extension ScanToShipPage {
    private var shown: PurchaseDetail? { scan.warning?.detail ?? scan.parcel?.detail }

    private func drawOrder(into grid: inout Grid, in rect: Rect) {
        if case .choosing(_, let keys) = scan.stage { return drawChoice(keys, into: &grid, in: rect) }
        guard let detail = shown else { return drawEntries(into: &grid, in: rect) }
        let inside = rect.inset(by: 1)
        let (head, rest) = inside.top(1)
        grid.put(
            Line(spaced(detail.purchase.id.text), .title) + Line("   \(detail.purchase.purchaser)", .strong),
            at: head)
        let items = detail.figures.items.filter { $0.safe > 0 }
        let wide = rest.width >= 76
        let label = AddressLabel(
            (detail.purchase.address?.labelLines ?? []).map(DetailLine.address)
                + (detail.purchase.address?.oddities ?? []).map(DetailLine.addressFlag))
        let wanted = label.height(for: wide ? 36 : rest.width)
        // A label that does not fit is one line.
        let isCut = !wide && wanted + 1 > rest.height
        let labelHeight = isCut ? min(1, rest.height - 1) : wanted
        let itemHeight = min(items.count, max(1, wide ? rest.height : rest.height - labelHeight))
        let height = min(rest.height, wide ? max(itemHeight, labelHeight) : itemHeight + labelHeight)
        let (order, below) = rest.top(height)
        drawItems(
            items, of: detail, into: &grid,
            in: wide ? order.left(order.width - 38).0 : order.top(itemHeight).0)
        let place = wide ? order.left(order.width - 36).1 : order.top(itemHeight).1
        let address = detail.purchase.address?.labelLines ?? []
        if isCut {
            grid.put(address.joined(separator: ", "), at: place, Style(.dim))
        } else {
            grid.draw(label, in: place)
        }
        let (_, entries) = below.top(min(1, below.height))
        drawEntries(into: &grid, in: Rect(x: rect.x, y: entries.y, width: rect.width, height: entries.height))
    }

    /// Letters with room between them are read from further away.
    private func spaced(_ text: String) -> String { text.map(String.init).joined(separator: " ") }

    private func drawItems(
        _ items: [ItemFigures], of detail: PurchaseDetail, into grid: inout Grid, in rect: Rect
    ) {
        let first = max(0, min(scan.cursor - rect.height + 1, items.count - rect.height))
        for (row, item) in items.dropFirst(first).prefix(rect.height).enumerated() {
            let isCurrent = first + row == scan.cursor && scan.parcel != nil
            grid.put(line(of: item, detail, isCurrent: isCurrent), at: rect.row(row))
        }
    }

    private func line(of item: ItemFigures, _ detail: PurchaseDetail, isCurrent: Bool) -> Line {
        let count = scan.parcel.map { $0.count(of: item.item.num) } ?? item.safe
        let isWhole = count == item.safe
        let role: Role = isWhole ? .good : .warning
        let hasCode = codes?.hasCode(item.item.kind) ?? false
        let hint = scan.verifies && !hasCode ? Line("  no code", .dim) : .blank
        return Line(isCurrent ? "> " : "  ", .mark) + Line("\(count) of \(item.safe)  ", role)
            + Line(detail.name(of: item.item.num), .strong) + hint
    }

    private func drawChoice(_ keys: [PurchaseKey], into grid: inout Grid, in rect: Rect) {
        for (row, key) in keys.prefix(rect.height).enumerated() {
            let sign = row == scan.cursor ? "> " : "  "
            grid.put(
                Line(" \(sign)", .mark) + Line(key.purchase.text, .strong)
                    + Line("  \(surroundings.storeName(key.store))", .dim), at: rect.row(row))
        }
    }

    private func drawEntries(into grid: inout Grid, in rect: Rect) {
        guard rect.height > 1 else { return }
        let (rule, body) = rect.top(1)
        grid.draw(Rule(Line("last scans", .dim)), in: rule)
        for (row, entry) in scan.entries.prefix(body.height).enumerated() {
            grid.put(entry.line, at: body.row(row).inset(by: 1, 0))
        }
    }
}

extension ScanEntry {
    fileprivate var line: Line {
        let (sign, role): (String, Role) =
            switch outcome {
            case .shipped: isOpen ? ("~ ", .waiting) : ("+ ", .good)
            case .takenBack: ("< ", .dim)
            case .noted: ("  ", .text)
            case .refused: ("! ", .warning)
            case .failed: ("! ", .error)
            }
        let number = text.isEmpty ? Line.blank : Line("\(text)  ", .dim)
        let back = outcome == .takenBack ? Line(" (taken back)", .dim) : .blank
        return Line(sign, role) + number + Line(words, role) + back
    }
}
