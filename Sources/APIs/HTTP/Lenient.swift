/// A list's element that may be anything: one that does not decode loses only itself.
struct Lenient<Element: Decodable>: Decodable {
    /// Nil where it could not be read.
    var value: Element?

    init(from decoder: any Decoder) {
        value = try? Element(from: decoder)
    }
}
