import Model

/// What comes in: a key, the time, news, or what an effect answered.
package enum Event: Sendable, Hashable {
    /// `at`: monotonic milliseconds when it was read; `isAlone`: nothing else came in the same read.
    case key(Chord, at: Int64, isAlone: Bool)
    /// A bracketed paste, whole.
    case paste(String, at: Int64)
    /// The mouse wheel, in lines; negative is up.
    case wheel(Int)
    case resize(width: Int, height: Int)
    case clock(Clock)
    /// For so many milliseconds nobody looked at the keys: something was drawn or read. A scanner that typed
    /// meanwhile did not pause.
    case busy(Int64)
    /// The first frame with the screen on top has reached the terminal; monotonic milliseconds.
    case firstFrameShown(at: Int64)
    /// How far the screen on top can be scrolled, in lines: words wrap, so only its picture knows.
    case drawn(lastScroll: Int)
    /// A ``AppEffect/wake(after:_:)`` is over. Keys that are there to be read come first.
    case woke(WakeToken)
    /// The cache changed, whoever changed it: what is shown is loaded again.
    case changed
    case health([StoreHealth])
    case stores([Store])
    case answer(Answer)
}

/// What the effects answer. A cache effect's answer comes before the next frame; those that say "off the
/// key path" may come later, and are dropped where nobody waits for them any more.
package enum Answer: Sendable, Hashable {
    case window(ListWindow)
    case counts(StoreID?, StateCounts)
    /// How many purchases a narrowed query finds; off the key path.
    case total(ListQuery, Int)
    /// How many rows of the query's list come before the position; off the key path.
    case rank(ListQuery, RowPosition, Int)
    case detail(PurchaseKey, PurchaseDetail?)
    /// All that match, or all from one row to another; off the key path.
    case matching(ListQuery, [MarkedPurchase])
    /// There are more of them than can be marked at once: nothing is.
    case tooManyMatch(ListQuery)
    /// Which of the marked purchases the query's list does not hold.
    case hidden(ListQuery, [PurchaseKey])
    case candidates([BulkCandidate])
    case outbox(OutboxScope, [OutboxRow])
    /// Nil where the cache has no such mark or no purchase to it.
    case bothSides(MarkID, BothSides?)
    case log(PurchaseKey?, [AuditEntry])
    /// What to fetch for many purchases; off the key path.
    case pickList(PickScope, PickList)
    /// Slips or a pick list were printed or written: a sentence for people.
    case paper(String)
    /// What a scanned text names.
    case found(String, [PurchaseKey])
    case whereabouts(String, [Whereabouts])
    /// By the path as it was typed.
    case labelSeen(String, LabelSight)
    /// It was read by itself and kept; else why not, as a sentence.
    case looked(PurchaseKey, whyNot: String?)
    /// What the words of a filter may be.
    case vocabulary(FilterVocabulary)
    /// Those that people saved.
    case views([SavedView])
    case viewCounts([String: Int])
    /// A submitted request or the undo of an action: durable.
    case accepted(Accepted)
    /// What came of the deed of this number, as though it were asked for by itself.
    indirect case behind(Int, Answer)
    /// Nothing was written.
    case refused([Refusal])
    /// A retry, drop, settle, hold or release is done.
    case done(String)
    /// The action that was looked for; nil where there is none.
    case action(ActionPurpose, ActionSummary?)
    /// What importing the file of this path would do.
    case importPreview(String, ImportReport)
    /// Nothing of the file was taken: a sentence.
    case importFailed(String, String)
    /// The good rows are durable.
    case imported(String, ImportReport)
    case exported(Exported)
    /// A report was written: a sentence.
    case wrote(String)
    /// Nothing was written: a sentence.
    case notExported(String)
    /// What the path may go on to.
    case paths(String, [String])
    case today(DayReport)
    /// Every theme that there is.
    case themes([ThemeChoice])
    /// An effect could not be performed: a sentence for people.
    case failed(String)
}
