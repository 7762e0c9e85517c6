/// Where invented customers live: names, streets and towns that look right there. Nobody in it is real.
struct Country: Sendable {
    struct Town: Sendable {
        var city: String
        var state: String?
        /// `#` is a digit, `@` a letter; nil where the country has no codes.
        var zip: String?

        init(_ city: String, _ state: String?, _ zip: String?) {
            self.city = city
            self.state = state
            self.zip = zip
        }
    }

    var code: String
    /// Customers in a thousand.
    var share: Int
    var given: [String]
    var family: [String]
    /// `%` is the house number.
    var streets: [String]
    /// Second lines of an address; most addresses have none.
    var extras: [String]
    var towns: [Town]
    var isFamilyFirst = false

    static let all: [Country] = western + slavicAndGreek + asian + rightToLeft
}
