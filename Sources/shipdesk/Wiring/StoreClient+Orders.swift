import APIs
import Cache
import Model
import Services
import Settings

// Stores that list nothing: their orders are read one by one.

extension StoreClient {
    /// Nil where the store lists its purchases by itself.
    func orderSource(of store: StoreID, in cache: Cache, directory: String) -> (any OrderSource)? {
        channel(of: store, in: cache, directory: directory) as? any OrderSource
    }
}

extension TixstockClient {
    init?(_ resolved: ResolvedCredentials, _ configuration: StoreConfiguration, http: HTTPDoor) {
        guard resolved.kind == .bearerToken, let token = resolved.secret else { return nil }
        var options = TixstockOptions()
        options.updateVerb =
            switch configuration.updateMethod {
            case .post: .post
            case .put: .put
            case .patch: .patch
            }
        self.init(
            baseURL: configuration.identity.baseURL, token: TixstockToken(token.reveal()),
            options: options, http: http)
    }
}
