import APIs

/// The real network for as long as `body` takes.
///
/// - Parameter patience: for a whole call.
func withNetwork<Value>(
    patience: Duration = .seconds(60), largestBody: Int = 64 << 20, _ body: (Network) async throws -> Value
) async throws -> Value {
    var limits = Network.Limits()
    limits.call = patience
    limits.body = largestBody
    let network = Network(userAgent: "shipdesk/test", limits: limits)
    let result: Result<Value, any Error>
    do {
        result = .success(try await body(network))
    } catch {
        result = .failure(error)
    }
    await network.shutDown()
    return try result.get()
}
