/// Invented tracking numbers with the form and the check digit of real ones.
enum TrackingNumber {
    static func invented(to country: String, _ chance: inout Chance) -> String {
        switch country {
        case "US", "CA": chance.pick([ups, postal, fedEx])(&chance)
        case "DE", "FR", "SE", "PL": chance.pick([dhl, dhl, registered])(&chance)
        default: registered(&chance)
        }
    }

    private static func ups(_ chance: inout Chance) -> String {
        let serial = chance.fill("#@####" + "03" + "#######")
        return "1Z" + serial + mod10(serial, even: 1, odd: 2)
    }

    private static func postal(_ chance: inout Chance) -> String {
        let serial = chance.fill("9400" + "1" + "################")
        return serial + mod10(serial, even: 3, odd: 1)
    }

    private static func fedEx(_ chance: inout Chance) -> String {
        let serial = chance.fill("###########")
        return serial + String(weighted(serial, by: [3, 1, 7]) % 11 % 10)
    }

    private static func dhl(_ chance: inout Chance) -> String {
        let serial = chance.fill("3########")
        return serial + String((Int(serial) ?? 0) % 7)
    }

    /// The postal union's S10, for parcels that cross a border.
    private static func registered(_ chance: inout Chance) -> String {
        let serial = chance.fill("########")
        let rest = 11 - weighted(serial, by: [8, 6, 4, 2, 3, 5, 9, 7]) % 11
        return chance.fill("R@") + serial + String(rest == 10 ? 0 : rest == 11 ? 5 : rest) + "US"
    }

    /// The digit that makes the weighted sum a multiple of ten; letters count by their place in the alphabet.
    static func mod10(_ serial: String, even: Int, odd: Int) -> String {
        let sum = serial.utf8.enumerated().reduce(0) { sum, next in
            let value = next.element < 58 ? Int(next.element) - 48 : (Int(next.element) - 63) % 10
            return sum + value * (next.offset.isMultiple(of: 2) ? even : odd)
        }
        return String((10 - sum % 10) % 10)
    }

    private static func weighted(_ digits: String, by weights: [Int]) -> Int {
        digits.utf8.enumerated().reduce(0) {
            $0 + (Int($1.element) - 48) * weights[$1.offset % weights.count]
        }
    }
}
