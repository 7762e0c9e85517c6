/// A word of an item's name as shelves are sorted: `Shirt 2` before `Shirt 10`, `S` before `M` before `XL`.
enum ShelfWord: Comparable {
    /// The name is over; a variant may follow.
    case end
    case number(Int)
    /// A size of clothes: how large.
    case size(Int)
    case word(String)

    static func words(of text: String) -> [ShelfWord] {
        text.split { !($0.isLetter || $0.isNumber) }.map { ShelfWord(String($0)) }
    }

    init(_ text: String) {
        let lower = text.lowercased()
        if let number = Int(lower) {
            self = .number(number)
        } else if let size = Self.size(lower) {
            self = .size(size)
        } else {
            self = .word(lower)
        }
    }

    private static let plain = [
        "xs": -1, "s": 0, "small": 0, "m": 1, "medium": 1, "l": 2, "large": 2, "xl": 3, "xxl": 4, "xxxl": 5,
        "xxs": -2,
    ]

    /// `2xl` is `xxl`.
    private static func size(_ word: String) -> Int? {
        if let known = plain[word] { return known }
        guard word.hasSuffix("xl"), let times = Int(word.dropLast(2)), (2...9).contains(times) else {
            return nil
        }
        return 2 + times
    }
}
