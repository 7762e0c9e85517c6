import Terminal
import Testing
import ViewModels

/// Where there are several stores, what is wrong says with which.
@Suite struct StoreNameTests {
    private func text(_ name: String, _ size: Size, stores: Int) throws -> String {
        let known = try #require(Situation.all.first { $0.name == name })
        let several = Situation(name: name) { layout in
            var desk = known.desk(layout)
            desk.surroundings.stores = Array([Station.gala, Station.run].prefix(stores))
            return desk
        }
        let grid = several.grid(size)
        return (0..<size.height).map { grid.row($0).map(\.text).joined() }.joined(separator: "\n")
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
    func anEmptyListNamesTheStoreThatIsAway(size: Size) throws {
        #expect(try text("empty-unreachable", size, stores: 2).contains("Spring Gala cannot be reached"))
        #expect(try text("empty-refused", size, stores: 2).contains("Spring Gala refuses our credentials"))
        #expect(try text("empty-unreachable", size, stores: 1).contains("The store cannot be reached"))
    }

    /// Where there is room for a little of it, the header has the reason itself.
    @Test func aNarrowHeaderHasSomeOfTheReason() throws {
        let narrow = try text("empty-refused", Size(width: 80, height: 24), stores: 1)
        #expect(narrow.split(separator: "\n")[0].contains("! paused: Key authentication"))
        let tiny = try text("empty-refused", Size(width: 40, height: 10), stores: 1)
        #expect(tiny.split(separator: "\n")[0].contains("! paused "))
    }

    @Test func theLineAboveTheFooterNamesIt() throws {
        let size = Size(width: 80, height: 24)
        #expect(try text("empty-refused", size, stores: 2).contains("! Spring Gala: Key authentication"))
        #expect(try text("empty-refused", size, stores: 1).contains("! Key authentication failed"))
    }
}
