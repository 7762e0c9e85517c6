import Model

extension ShippingAddress {
    /// As on a parcel: name, street, second line, town with state and zip code, country. Parts that are
    /// absent leave no empty line.
    package var labelLines: [String] {
        let town = [city, state, zipcode].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        return [fullName, address1, address2, town, countryCode].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// What looks wrong but may be right, as sentences.
    package var oddities: [String] {
        var odd: [String] = []
        if !isEmpty(address1), address1?.contains(where: \.isNumber) == false {
            odd.append("The street has no number.")
        }
        if isEmpty(zipcode) { odd.append("There is no zip code.") }
        if isEmpty(countryCode) { odd.append("There is no country.") }
        if let fullName, !fullName.isEmpty, fullName.allSatisfy(\.isNumber) {
            odd.append("The name is a number.")
        }
        return odd
    }

    private func isEmpty(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
