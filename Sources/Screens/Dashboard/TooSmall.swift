import Terminal
import ViewModels
import Widgets

/// Below 40×10 there is only room to say so, and how to leave.
struct TooSmall: Widget {
    var desk: Desk

    func draw(into grid: inout Grid, in rect: Rect) {
        let words = [
            "shipdesk needs 40x10; this is \(rect.width)x\(rect.height).",
            "Nothing is lost. \(quitKey) quits.",
        ]
        let lines = words.flatMap { Line($0).wrapped(to: rect.width) }
        let box = rect.centered(Size(width: rect.width, height: lines.count))
        for (number, line) in lines.prefix(box.height).enumerated() { grid.put(line, at: box.row(number)) }
        grid.cursor = Point(x: box.x, y: box.y)
    }

    private var quitKey: String {
        desk.surroundings.keymap.chords(of: CommonIntent.quit).first?.label ?? "^C"
    }
}
