/// Says which program is calling, beside the credentials; demanded of everybody from 2027-01-01.
///
/// A wrong pair fails every call with error code 17. Printing one shows nothing of it.
package struct CallerRegistration: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    private let registration: String
    private let secret: String

    /// - Parameter registration: as RunSignup shows it, `<id>.<token>`.
    package init(registration: String, secret: String) {
        self.registration = registration
        self.secret = secret
    }

    var query: [QueryItem] { [QueryItem("rsu_api_reg", registration)] }
    var headers: [HTTPHeader] { [HTTPHeader("X-RSU-API-REG-SECRET", secret)] }
    var secrets: [String] { [registration, secret] }

    package var description: String { "RunSignup caller registration" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
