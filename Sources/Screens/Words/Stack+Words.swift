import Terminal
import Widgets

extension Stack {
    /// For the rule above what scrolls: whether there is more.
    func placeWords(in rect: Rect) -> Line {
        let last = lastOffset(in: Size(width: rect.width, height: rect.height))
        return last == 0 ? .blank : Line(offset < last ? "more below" : "end", .dim)
    }
}
