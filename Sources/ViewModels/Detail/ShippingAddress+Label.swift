import Model

extension ShippingAddress {
    /// As on a parcel, the name first and the country last; what stands between is in the order of the
    /// country. Parts that are absent or blank leave no empty line.
    package var labelLines: [String] {
        let street = [address1, address2]
        let lines: [String?] =
            switch LabelOrder(of: self) {
            case .townStatePostcode: street + [joined(city, state, zipcode)]
            case .postcodeTown: street + [joined(zipcode, city, state)]
            case .postcodeBelow: street + [joined(city, state), zipcode]
            case .biggestFirst: [joined(zipcode, state, city)] + street
            }
        return ([fullName] + lines + [countryCode]).compactMap { $0 }.filter { !isBlank($0) }
    }

    private func joined(_ parts: String?...) -> String {
        parts.compactMap { $0 }.filter { !isBlank($0) }.joined(separator: " ")
    }

    /// What looks wrong but may be right, as sentences.
    package var oddities: [String] {
        var odd: [String] = []
        if !isBlank(address1), address1?.contains(where: \.isNumber) == false {
            odd.append("The street has no number.")
        }
        if isBlank(zipcode) { odd.append("There is no zip code.") }
        if isBlank(countryCode) { odd.append("There is no country.") }
        if let fullName, !fullName.isEmpty, fullName.allSatisfy(\.isNumber) {
            odd.append("The name is a number.")
        }
        return odd
    }

    private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
