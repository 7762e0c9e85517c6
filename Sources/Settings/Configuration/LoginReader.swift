import FoundationEssentials

/// Reads what `credentials:` says of a login beside its client.
struct LoginReader {
    let section: Section<CredentialKey>

    func places() -> LoginPlaces {
        var places = LoginPlaces(redirectURI: redirectURI, page: page)
        places.tokenEncoding = section.word(.tokenEncoding) ?? places.tokenEncoding
        places.repeatsChallengeMethod = section.flag(.repeatChallengeMethod) ?? places.repeatsChallengeMethod
        return places
    }

    /// Taken to the letter: the server compares it with what was registered.
    private var redirectURI: String? {
        guard let text = section.text(.redirectURI) else { return nil }
        guard let parts = URLComponents(string: text), parts.scheme != nil, parts.fragment == nil,
            parts.query == nil
        else {
            section.note(
                "`redirect_uri` must be an address without `?` or `#`, as registered with RunSignup, such as "
                    + "http://127.0.0.1:8400/.", at: .redirectURI)
            return nil
        }
        return text
    }

    private var page: String? {
        guard let text = section.text(.loginPage) else { return nil }
        switch BaseURL.tidied(text) {
        case .success(let address): return address
        case .failure(let complaint):
            section.note("`login_page` \(complaint.sentence)", at: .loginPage)
            return nil
        }
    }
}
