import Terminal
import TestKit
import Testing

@Suite struct PictureTests {
    @Test func everyRoleHasALetterOfItsOwn() {
        let letters = Role.allCases.map(roleLetter)
        #expect(Set(letters).count == Role.allCases.count)
        #expect(!letters.contains("?"))
    }

    @Test func aPictureHoldsGlyphsRolesAttributesAndCursor() {
        var grid = Grid(Size(width: 4, height: 2))
        grid.put("ab", at: grid.bounds, Style(.strong))
        grid.put("c", at: grid.bounds.row(1), Style(.dim, .bold))
        grid.cursor = Point(x: 1, y: 0)
        #expect(
            picture(of: grid) == """
                ab  |
                c   |

                ss..
                d...

                row 1 attributes: 1000
                cursor: column 1, row 0
                roles: . text, d dim, s strong

                """)
    }

    @Test func aMissingGoldenIsAMismatch() {
        let golden = Golden()
        #expect(throws: GoldenMismatch.self) {
            try golden.match(Grid(Size(width: 1, height: 1)), "never-recorded")
        }
    }
}
