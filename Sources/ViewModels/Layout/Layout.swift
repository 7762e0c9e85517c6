/// Where things go on a terminal of a given size, in cells: shared by view-models, which need to know how
/// many lines a page has, and screens.
///
/// From the top: header, tabs, rule, column heads, the rows, notice (a rule where there is none), footer.
package struct Layout: Sendable, Hashable {
    package var width: Int
    package var height: Int
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Below 40×10 only a plain notice is shown.
    package var isTooSmall: Bool { width < 40 || height < 10 }
    /// The detail stands beside the list and follows its cursor.
    package var showsDetailBeside: Bool { width >= 110 && !isTooSmall }

    package var headerRow: Int { 0 }
    package var tabsRow: Int { 1 }
    package var headsRow: Int { 3 }
    /// The row of the first purchase of the list.
    package var firstListRow: Int { 4 }
    /// How many purchases a page of the list holds.
    package var listRows: Int { max(1, height - 6) }
    package var noticeRow: Int { height - 2 }
    package var footerRow: Int { height - 1 }

    /// The first row of a screen's own lines (detail, form, outbox, help): below header, title and rule.
    package var firstBodyRow: Int { 3 }
    /// How many lines of its own such a screen shows.
    package var bodyRows: Int { max(1, height - 5) }

    /// How many rows at the foot of outbox and log explain the line under the cursor, the rule above them
    /// included: always the same, so that nothing jumps.
    package var explanationRows: Int {
        bodyRows >= 30 ? 9 : bodyRows >= 14 ? 7 : min(2, max(0, bodyRows - 3))
    }
    /// How many lines stand above, below the column heads.
    package var explainedRows: Int { max(1, bodyRows - explanationRows - 1) }

    /// How wide the detail is where it stands beside the list; 0 where it does not.
    package var detailWidth: Int { showsDetailBeside ? max(44, min(64, width / 3)) : 0 }
    /// How wide the list is; one column stays free between it and the detail.
    package var listWidth: Int { showsDetailBeside ? width - detailWidth - 1 : width }
}
