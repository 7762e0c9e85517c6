/// A store's credentials as they go into requests.
package struct ResolvedCredentials: Sendable, Hashable {
    package struct Registration: Sendable, Hashable {
        package var token: Secret
        package var secret: Secret
    }
    package var kind: CredentialKind
    /// Nil for a bearer token.
    package var identifier: Secret?
    /// Nil for a login of a client that has none.
    package var secret: Secret?
    package var registration: Registration?
    package var login = LoginPlaces()
}

extension CredentialSource {
    /// Fetches everything that the store needs. Blocks while commands run: not for the cooperative pool.
    ///
    /// - Throws: ``ConfigError`` that names store and key, never a value.
    package func resolve(environment: [String: String]) throws(ConfigError) -> ResolvedCredentials {
        var resolved = ResolvedCredentials(kind: kind, login: login)
        resolved.secret = try secret?.resolve(environment: environment)
        resolved.identifier = try identifier?.resolve(environment: environment)
        if let registration {
            resolved.registration = ResolvedCredentials.Registration(
                token: try registration.token.resolve(environment: environment),
                secret: try registration.secret.resolve(environment: environment))
        }
        return resolved
    }
}
