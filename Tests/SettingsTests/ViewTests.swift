import Model
import Testing

@testable import Settings

@Suite struct ViewTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test func aViewHasANameAFilterAndPerhapsASort() throws {
        let views = try folder.load(
            oneStore + """
                views:
                  - name: abroad
                    filter: state:to-ship -country:US "main street"
                  - { name: oldest-shirts, filter: "item:shirt", sort: -city }
                """
        ).views
        #expect(views.map(\.name) == ["abroad", "oldest-shirts"])
        #expect(
            views.map(\.filter.description) == ["state:to-ship -country:US \"main street\"", "item:shirt"])
        #expect(views.map(\.sort) == [ListSort(), ListSort(.city, descending: true)])
    }

    @Test(arguments: [
        ("views: 3", "`views` must be a list"), ("views: [{ name: a }]", "`filter` is missing"),
        ("views: [{ filter: a }]", "`name` is missing"),
        ("views: [{ name: a, filter: \"colour:red\" }]", "`filter`: colour: is no filter"),
        ("views: [{ name: a b, filter: x }]", "A view's name has letters"),
        ("views: [{ name: a, filter: x, sort: colour }]", "`sort` must be one of date, id"),
        ("views: [{ name: a, filter: x, sorts: id }]", "A view has no key `sorts`. Did you mean `sort`?"),
        ("views: [{ name: a, filter: x }, { name: a, filter: y }]", "two views named `a`"),
    ])
    func mistakesAreToldWithTheirLine(_ text: String, _ words: String) throws {
        let complaints = try folder.complaints(oneStore + text)
        #expect(complaints.contains { $0.hasPrefix("6: ") && $0.contains(words) }, "\(complaints)")
    }
}
