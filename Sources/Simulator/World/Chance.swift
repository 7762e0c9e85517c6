/// Repeatable chance: SplitMix64. The same seed gives the same world on every machine.
package struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Chance of its own for one subject of one thing, so that any purchase can be made without the others.
    init(seed: UInt64, index: Int, stream: Stream) {
        var mixing = Chance(seed: seed ^ (UInt64(truncatingIfNeeded: index) &* 0xd129_0d3d_17b3_c2e5))
        state = mixing.next() &+ stream.rawValue &* 0x9e37_79b9_7f4a_7c15
    }

    /// Subjects are drawn apart: a change to how names are made leaves the quantities as they were.
    enum Stream: UInt64 {
        case fate = 1
        case transfer, person, basket, shipping
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Below `bound`; the bias of the modulus is of no account here.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `permille` of a thousand cases.
    mutating func happens(permille: Int) -> Bool { below(1000) < permille }

    /// From 0 up to, but not including, 1.
    package mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    /// By weight; the weights' sum must be positive.
    mutating func pick<Element>(_ choices: [Element], weight: (Element) -> Int) -> Element {
        var left = below(choices.reduce(0) { $0 + weight($1) })
        for choice in choices {
            left -= weight(choice)
            if left < 0 { return choice }
        }
        return choices[choices.count - 1]
    }

    /// Every `#` becomes a digit, every `@` a capital letter.
    mutating func fill(_ pattern: String) -> String {
        guard pattern.contains(where: { $0 == "#" || $0 == "@" }) else { return pattern }
        var filled = ""
        for character in pattern {
            switch character {
            case "#": filled.append(Character(Unicode.Scalar(UInt8(48 + below(10)))))
            case "@": filled.append(Character(Unicode.Scalar(UInt8(65 + below(26)))))
            default: filled.append(character)
            }
        }
        return filled
    }
}
