import FoundationEssentials

/// The opaque token of the race store's list, in the form of the document's example.
enum RaceCursor {
    private struct Body: Codable {
        var v: Int
        var purchase_ts: Int64
        var purchase_id: Int
    }

    static func token(_ place: Place) -> String {
        let json = "{\"v\":1,\"purchase_ts\":\(place.at),\"purchase_id\":\(place.id)}"
        return Data(json.utf8).base64EncodedString()
    }

    static func place(_ token: String) throws(StoreError) -> Place {
        guard let data = Data(base64Encoded: token),
            let body = try? JSONDecoder().decode(Body.self, from: data), body.v == 1
        else { throw .parameter("next_token is invalid.") }
        return Place(at: body.purchase_ts, id: body.purchase_id)
    }
}
