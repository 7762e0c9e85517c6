import APIs
import Cache
import Logging
import Model

/// What a log may tell: our own words and numbers. A server's words may name customers and where they live;
/// they stand in the cache, for those who may open it.
extension Leader {
    func metadata(of failure: CallFailure, _ sign: CallSign?) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["store": "\(store.name)", "kind": "\(failure.kind)"]
        if let sign { metadata["status"] = "\(sign.status)" }
        if let code = sign?.code { metadata["code"] = "\(code)" }
        switch failure {
        // No server has said anything yet.
        case .nothingLeft(let words): metadata["why"] = "\(words)"
        case .refused: metadata["help"] = "shipdesk doctor --store \(store.name)"
        case .throttled, .named, .lost: break
        }
        return metadata
    }

    func metadata(of error: any Error) -> Logger.Metadata {
        switch error {
        case let failure as SyncFailure: metadata(of: failure.failure, failure.sign)
        case let error as CacheError: ["store": "\(store.name)", "why": "\(error.sentence)"]
        default: ["store": "\(store.name)", "why": "\(type(of: error))"]
        }
    }
}
