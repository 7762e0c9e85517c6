/// What the invented store sells.
package struct Catalogue: Sendable {
    /// One thing for sale and the choices it comes in.
    package struct Item: Sendable {
        package var id: Int64
        package var name: String
        /// Cents.
        package var price: Int
        /// Label and choices, such as `Size` and `S`, `M`, `L`; none, one or two of them.
        package var choices: [Choice]
        package var combinations: [Combination]
        /// How often it is bought, beside the others.
        var weight: Int
    }

    package struct Choice: Sendable {
        package var label: String
        package var variants: [Variant]
    }

    package struct Variant: Sendable {
        package var id: Int64
        package var name: String
    }

    /// What a purchased line names: one variant of each choice.
    package struct Combination: Sendable {
        package var id: Int64
        package var variants: [Variant]
        package var name: String { variants.map(\.name).joined(separator: " / ") }
    }

    package let items: [Item]

    package func item(_ id: Int64) -> Item? { items.first { $0.id == id } }

    /// The store of the spring gala. Ids are stable: scripts and tests may name them.
    package static let gala: Catalogue = {
        let sizes = ("Size", ["XS", "S", "M", "L", "XL", "XXL"])
        let youth = ("Size", ["Youth S", "Youth M", "Youth L"])
        var shelf = Shelf()
        shelf.add("Gala Shirt", 2500, 26, [sizes, ("Color", ["Navy", "White", "Coral"])])
        shelf.add("Hoodie", 5200, 10, [sizes, ("Color", ["Charcoal", "Forest"])])
        shelf.add("Youth Shirt", 1800, 6, [youth])
        shelf.add("Mug", 1400, 16, [])
        shelf.add("Poster", 1200, 9, [("Format", ["A3", "A2", "24×36 in"])])
        shelf.add("Cap", 2200, 9, [("Color", ["Navy", "Sand", "Red", "Black"])])
        shelf.add("Enamel Pin", 800, 8, [])
        shelf.add("Commemorative Medal", 3000, 5, [])
        shelf.add("Lanyard", 600, 6, [])
        shelf.add("Tote Bag", 1600, 6, [("Color", ["Natural", "Black"])])
        shelf.add("Water Bottle “Señorita”, 0.75 l", 1900, 5, [("Color", ["Steel", "Blue"])])
        shelf.add("Printed Ticket, Dinner & Dance", 9500, 5, [])
        shelf.add("Programme Book", 1000, 4, [])
        return Catalogue(items: shelf.items)
    }()

    /// The store of a road race.
    package static let race: Catalogue = {
        let sizes = ("Size", ["XS", "S", "M", "L", "XL", "XXL"])
        var shelf = Shelf()
        shelf.add("Race Shirt", 2800, 26, [sizes])
        shelf.add("Finisher Hoodie", 5600, 9, [sizes])
        shelf.add("Running Cap", 2100, 10, [("Color", ["White", "Lime"])])
        shelf.add("Bib Belt", 1200, 9, [])
        shelf.add("Headband", 900, 8, [("Color", ["Blue", "Coral"])])
        shelf.add("Medal Engraving", 1000, 6, [])
        shelf.add("Race Poster", 1500, 5, [("Format", ["A3", "A2"])])
        shelf.add("Parking Pass", 2000, 5, [])
        shelf.add("Shuttle Bus Ticket", 800, 5, [])
        return Catalogue(items: shelf.items)
    }()
}

/// Numbers things as they are put on it.
private struct Shelf {
    var items: [Catalogue.Item] = []
    private var nextItem: Int64 = 32
    private var nextVariant: Int64 = 301
    private var nextCombination: Int64 = 701

    mutating func add(_ name: String, _ price: Int, _ weight: Int, _ labels: [(String, [String])]) {
        let choices = labels.map { label, names in
            Catalogue.Choice(label: label, variants: names.map { variant(named: $0) })
        }
        var rows: [[Catalogue.Variant]] = choices.isEmpty ? [] : [[]]
        for choice in choices { rows = rows.flatMap { row in choice.variants.map { row + [$0] } } }
        let combinations = rows.map { combination(of: $0) }
        items.append(
            Catalogue.Item(
                id: nextItem, name: name, price: price, choices: choices, combinations: combinations,
                weight: weight))
        nextItem += 2
    }

    private mutating func variant(named name: String) -> Catalogue.Variant {
        defer { nextVariant += 1 }
        return Catalogue.Variant(id: nextVariant, name: name)
    }

    private mutating func combination(of variants: [Catalogue.Variant]) -> Catalogue.Combination {
        defer { nextCombination += 1 }
        return Catalogue.Combination(id: nextCombination, variants: variants)
    }
}
