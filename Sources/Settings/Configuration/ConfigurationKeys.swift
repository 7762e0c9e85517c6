/// The keys at the top of the configuration: a closed list.
enum ConfigurationKey: String, CaseIterable {
    case station
    case theme
    case dataDir = "data_dir"
    case lockDir = "lock_dir"
    case stores
    case views
    case mouse
    case keys
    case scanGap = "scan_gap"
    case scanPrefix = "scan_prefix"
    case scanSuffix = "scan_suffix"
    case scanCommands = "scan_commands"
    case scanVerify = "scan_verify"
    case syncEvery = "sync_every"
    case fullSyncEvery = "full_sync_every"
    case syncOverlap = "sync_overlap"
    case settleWait = "settle_wait"
    case settleMargin = "settle_margin"
    case callTimeout = "call_timeout"
    case readServes = "read_serves"
    case retryWaiting = "retry_waiting"
    case retryBackground = "retry_background"
    case probeEvery = "probe_every"
    case stoppedAfter = "stopped_after"
}

/// The keys of one saved view.
enum ViewKey: String, CaseIterable {
    case name
    case filter
    case sort
}

/// The keys of one store.
enum StoreKey: String, CaseIterable {
    case name
    case api
    case baseURL = "base_url"
    case ticketEventID = "ticket_event_id"
    case raceID = "race_id"
    case officeID = "office_id"
    case credentials
    case includeClearedPurchases = "include_cleared_purchases"
    case addresses
    case eventIDs = "event_ids"
    case updateMethod = "update_method"
    case formEncoding = "form_encoding"
    case enumSpelling = "enum_spelling"
    case amountsAsText = "amounts_as_text"
    case nestInTicket = "nest_in_ticket"
    case listingDetails = "listing_details"
    case throttledStatuses = "throttled_statuses"
    case callsPerSecond = "calls_per_second"
    case catalogue
    case codes
}

/// The keys under `credentials`, of all APIs.
enum CredentialKey: String, CaseIterable {
    case rsuAPIKey = "rsu_api_key"
    case rsuAPISecret = "rsu_api_secret"
    case apiKey = "api_key"
    case apiSecret = "api_secret"
    case checkinAPIKey = "checkin_api_key"
    case checkinAPISecret = "checkin_api_secret"
    case spAPIKey = "sp_api_key"
    case spAPISecret = "sp_api_secret"
    case bearerToken = "bearer_token"
    case clientID = "client_id"
    case clientSecret = "client_secret"
    case redirectURI = "redirect_uri"
    case loginPage = "login_page"
    case tokenEncoding = "token_encoding"
    case repeatChallengeMethod = "repeat_challenge_method"
    case token
    case secret
    case rsuAPIReg = "rsu_api_reg"
    case rsuAPIRegSecret = "rsu_api_reg_secret"

    /// Says who somebody is but proves nothing, so it may stand in a file that others can read.
    var isPublic: Bool {
        switch self {
        case .rsuAPIKey, .apiKey, .checkinAPIKey, .spAPIKey, .token, .rsuAPIReg, .clientID: true
        default: false
        }
    }
}

/// The keys of a value that comes from elsewhere.
enum SourceKey: String, CaseIterable {
    case env
    case file
    case command
}
