/// Why nothing was written or printed; a sentence that says what to do.
package struct PaperError: Error, Sendable, Hashable {
    package var sentence: String
    package init(_ sentence: String) { self.sentence = sentence }
}
