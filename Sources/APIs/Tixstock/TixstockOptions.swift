/// What is not written down about Tixstock, and so is a setting.
package struct TixstockOptions: Sendable, Hashable {
    /// The document names no verb for updates.
    package enum UpdateVerb: String, Sendable, Hashable, CaseIterable {
        case post, put, patch

        var verb: HTTPCall.Verb {
            switch self {
            case .post: .post
            case .put: .put
            case .patch: .patch
            }
        }
    }

    package var updateVerb = UpdateVerb.post
    package init() {}
}

extension CallBudget {
    /// Tixstock allows 300 calls a minute from one address, and closes for a minute above that.
    ///
    /// A second more, because it counts when calls come in: one may take longer to get there than another a
    /// minute later.
    static func tixstock(at baseURL: String, _ http: HTTPDoor) -> CallBudget {
        CallBudget(limit: 300, seconds: 61, at: baseURL, tallies: http.tallies)
    }
}
