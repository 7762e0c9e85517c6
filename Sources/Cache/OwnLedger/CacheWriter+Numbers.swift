import Model

/// What tells the lines of a purchase apart where the API does not number them.
package struct UnnumberedLine: Sendable, Hashable {
    package var itemID: Int64
    /// Empty where the item comes in one kind only.
    package var option: String
    /// From 1, in the server's order, among the lines of this item and option.
    package var occurrence: Int

    package init(itemID: Int64, option: String, occurrence: Int) {
        self.itemID = itemID
        self.option = option
        self.occurrence = occurrence
    }
}

extension CacheWriter {
    /// The numbers of these lines: each is given one at first sight, which it keeps, and which no other line
    /// of the purchase ever gets.
    package func numbers(
        of lines: [UnnumberedLine], in key: PurchaseKey
    ) throws -> [UnnumberedLine: Int] {
        let rows = try db.rows(
            "SELECT item_id, option, occurrence, num FROM given_numbers WHERE store = ? AND purchase = ?",
            key.store, key.purchase
        ) { (UnnumberedLine(itemID: $0[0], option: $0[1], occurrence: $0[2]), $0[3] as Int) }
        var numbers = Dictionary(rows) { $1 }
        var last = numbers.values.max() ?? 0
        for line in lines where numbers[line] == nil {
            last += 1
            try db.run(
                """
                INSERT INTO given_numbers (store, purchase, num, item_id, option, occurrence)
                VALUES (?, ?, ?, ?, ?, ?)
                """, key.store, key.purchase, last, line.itemID, line.option, line.occurrence)
            numbers[line] = last
        }
        return numbers
    }

    /// The number of an option of an item, given at first sight; nil where there is no option.
    package func variant(_ option: String, of item: Int64, in store: StoreID) throws -> Int64? {
        if option.isEmpty { return nil }
        let known: Int64? = try db.value(
            "SELECT number FROM given_variants WHERE store = ? AND item_id = ? AND option = ?", store, item,
            option)
        if let known { return known }
        let last: Int64? = try db.value(
            "SELECT max(number) FROM given_variants WHERE store = ? AND item_id = ?", store, item)
        let number = (last ?? 0) + 1
        try db.run(
            "INSERT INTO given_variants (store, item_id, option, number) VALUES (?, ?, ?, ?)", store, item,
            option, number)
        return number
    }
}
