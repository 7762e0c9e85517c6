import Screens
import Terminal
import Testing
import ViewModels

/// What holds for every picture, whatever it shows.
@Suite struct RuleTests {
    private static let odd = [
        Size(width: 41, height: 11), Size(width: 97, height: 17), Size(width: 200, height: 60),
    ]

    @Test(arguments: Situation.all, Situation.sizes + odd)
    func theTerminalCursorStandsSomewhere(situation: Situation, size: Size) throws {
        let cursor = try #require(situation.grid(size).cursor)
        #expect((0..<size.width).contains(cursor.x))
        #expect((0..<size.height).contains(cursor.y))
    }

    @Test(arguments: Situation.all, Situation.sizes + odd)
    func noRowIsWiderThanTheScreenAndNothingControlsTheTerminal(situation: Situation, size: Size) {
        let grid = situation.grid(size)
        for y in 0..<size.height {
            let text = grid.row(y).map(\.text).joined()
            #expect(textWidth(text) == size.width)
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
        }
    }

    @Test(arguments: Situation.all)
    func noKeyOfTheFooterIsCutInHalf(situation: Situation) {
        for width in stride(from: 40, through: 130, by: 9) {
            let size = Size(width: width, height: 12)
            let desk = situation.desk(Layout(width: width, height: 12))
            let grid = situation.grid(size)
            let footer = grid.row(size.height - 1).map(\.text).joined()
            let shown = footer.split(separator: "   ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
            let whole = desk.footer.map { "\($0.chord.label) \($0.isEnabled ? $0.label : "(\($0.label))")" }
            for pair in shown {
                #expect(
                    whole.contains {
                        $0 == pair.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
                    })
            }
        }
    }

    @Test func aStepOfTheCursorDrawsTwoRows() {
        let size = Size(width: 80, height: 24)
        let before = Situation.lists[0]
        let after = Situation.listed("moved") { desk in
            desk.list.marks.add(MarkedPurchase(desk.list.rows[0]))
            desk.list.marks.add(MarkedPurchase(desk.list.rows[1]))
            desk.list.cursor = 1
        }
        let (old, new) = (before.grid(size), after.grid(size))
        let changed = (0..<size.height).filter { old.row($0) != new.row($0) }
        #expect(changed == [4, 5])
    }

    @Test(arguments: Situation.all, Situation.sizes)
    func whatScrollsEndsWithItsLastRowAtTheBottom(situation: Situation, size: Size) throws {
        var desk = situation.desk(Layout(width: size.width, height: size.height))
        #expect((desk.top?.lastScroll == nil) == (lastScroll(of: desk, in: size) == nil))
        guard let last = lastScroll(of: desk, in: size), let top = desk.stack.indices.last else { return }
        func picture(_ offset: Int) -> Grid {
            desk.stack[top].scrollTo(offset)
            var grid = Grid(size)
            draw(desk, into: &grid)
            return grid
        }
        #expect(picture(last) == picture(last + 1))
        if last > 0 { #expect(picture(last - 1) != picture(last)) }
    }

    @Test func theListDoesNotScrollAsTextDoes() {
        let list = Situation.lists[0].desk(Layout(width: 40, height: 10))
        #expect(lastScroll(of: list, in: Size(width: 40, height: 10)) == nil)
    }
}

extension Screen {
    /// As if it had been scrolled there, even beyond its end.
    fileprivate mutating func scrollTo(_ offset: Int) {
        switch self {
        case .detail(var screen):
            screen.scroll.offset = offset
            self = .detail(screen)
        case .help(var screen):
            screen.scroll.offset = offset
            self = .help(screen)
        case .bothSides(var screen):
            screen.scroll.offset = offset
            self = .bothSides(screen)
        case .today(var screen):
            screen.scroll.offset = offset
            self = .today(screen)
        case .confirm(var question):
            question.scroll.offset = offset
            self = .confirm(question)
        default: break
        }
    }
}
