import Model

/// Who bought, and where it goes.
struct Person {
    var firstName: String
    var lastName: String
    var address: ShippingAddress?
}

extension World {
    func person(_ index: Int) -> Person {
        var chance = Chance(seed: seed, index: index, stream: .person)
        let country = chance.pick(Country.all) { $0.share }
        var person = Person(firstName: chance.pick(country.given), lastName: chance.pick(country.family))
        let isGift = chance.happens(permille: 60)
        let recipient = isGift ? chance.pick(country.given) : person.firstName
        let name =
            country.isFamilyFirst
            ? "\(person.lastName) \(recipient)" : "\(recipient) \(person.lastName)"
        person.address = address(in: country, name: name, &chance)
        if chance.happens(permille: hostilePermille) { spoil(&person, &chance) }
        return person
    }

    /// Some customers give none, and some leave out what a carrier needs.
    private func address(
        in country: Country, name: String, _ chance: inout Chance
    ) -> ShippingAddress? {
        if chance.happens(permille: 12) { return nil }
        let town = chance.pick(country.towns)
        let number = String(chance.within(1...980))
        let street = chance.pick(country.streets).split(separator: "%", omittingEmptySubsequences: false)
        let hasExtra = !country.extras.isEmpty && chance.happens(permille: 180)
        var address = ShippingAddress(
            fullName: name, address1: street.joined(separator: number),
            address2: hasExtra ? chance.fill(chance.pick(country.extras)) : nil, city: town.city,
            state: town.state, zipcode: town.zip.map { chance.fill($0) }, countryCode: country.code)
        if chance.happens(permille: 4) { address.address1 = chance.pick([nil, "", " "]) }
        return address
    }

    private func spoil(_ person: inout Person, _ chance: inout Chance) {
        if chance.happens(permille: 600) {
            person.lastName = chance.pick(HostileText.names)
            person.address?.fullName = person.firstName + " " + person.lastName
        } else {
            person.address?.address1 = chance.pick(HostileText.lines)
        }
    }
}
