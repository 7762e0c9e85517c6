import APIs

extension CallFailure {
    /// What is wrong and what to do about it, for whoever sets a store up.
    var advice: String {
        switch self {
        case .refused(let words): "credentials refused (\(words)); check them in the configuration"
        case .nothingLeft(let words): "cannot be reached (\(words)); check base_url and the network"
        case .throttled: "asks to wait; try again in a minute"
        case .named(let words, _):
            "answers an error (\(words)); check ticket_event_id or race_id, and base_url"
        case .lost(let words, _): "does not answer properly (\(words)); is base_url right?"
        }
    }
}
