import Model

/// What should be done outside: one enum per service.
package enum Effect: Sendable, Hashable {
    case cache(CacheEffect)
    case marks(MarkEffect)
    /// The same while the screen goes on; answered by `behind` with the number.
    case behind(Int, MarkEffect)
    case sync(SyncEffect)
    case files(FileEffect)
    case claims(ClaimEffect)
    case paper(PaperEffect)
    case views(ViewEffect)
    case app(AppEffect)
}

/// Reads of the cache. Performed at once; each is answered by the ``Answer`` of the same name.
package enum CacheEffect: Sendable, Hashable {
    case window(ListQuery, WindowAnchor, limit: Int)
    /// Nil: all stores.
    case counts(StoreID?)
    /// Only asked for where the query is narrowed.
    case total(ListQuery)
    case rank(ListQuery, RowPosition)
    case detail(PurchaseKey)
    /// Every purchase of the list, or those from the first row through the second; answered by `matching`.
    case matching(ListQuery)
    case between(ListQuery, RowPosition, RowPosition)
    /// Every purchase of the list that holds the same items as this one, or the same variants of them;
    /// answered by `matching`.
    case alike(PurchaseKey, sameVariant: Bool, ListQuery)
    case hidden(Set<PurchaseKey>, ListQuery)
    case candidates([PurchaseKey])
    case outbox(OutboxScope)
    case bothSides(MarkID)
    /// Newest first.
    case log(PurchaseKey?, limit: Int)
    /// What was done since this Unix second, when the day began, and what is left; off the key path.
    case today(from: Int64, now: Int64)
    /// Off the key path.
    case pickList(PickScope)
    /// Purchase id, confirmation code or tracking number, in every store.
    case find(String)
    /// The same, and under which tab each stands.
    case whereabouts(String)
    /// The newest action made at the station of this name that serves the purpose.
    case action(ActionPurpose, by: String)
    case vocabulary
    case views
    /// How many purchases each saved view holds; off the key path.
    case viewCounts([String: ListQuery])
}

/// The views that people save. Answered by `done` or `failed`.
package enum ViewEffect: Sendable, Hashable {
    case save(SavedView)
    case drop(String)
}

/// All that is durable. `submit` and `undo` are answered by `accepted` or `refused`, the others by `done`
/// or `failed`.
package enum MarkEffect: Sendable, Hashable {
    case submit(MarkRequest)
    case undo(ActionID, Author, isFinalMeant: Bool = false)
    case retry([MarkID], Author)
    /// What is safe of a mark that stopped; answered by `accepted` or `refused`.
    case shipRest(MarkID, Author)
    case drop([MarkID], Author)
    case settle(MarkID, asConfirmed: Bool, Author)
    case hold([PurchaseKey], reason: String, Author)
    case release([PurchaseKey], Author)
    case addMemo(PurchaseKey, text: String, Author)
    /// A person has read the alarms of a purchase.
    case takeNote(PurchaseKey, Author)
    /// Marks again what the action took back; answered as `submit` is.
    case redo(ActionID, Author, isFinalMeant: Bool = false)
    /// Drops what has not left of the action.
    case stop(ActionID, Author)
    /// A scan that was not what it should have been, for the log.
    case noteScan(PurchaseKey, words: String, Author)
}

package enum SyncEffect: Sendable, Hashable {
    /// Nil: every store.
    case now(StoreID?)
    case full(StoreID?)
    /// Reads an order that is not here yet, and keeps it; answered by `found` or `failed`.
    case fetch(PurchaseID, StoreID)
    /// Reads one purchase by itself, beyond what the list tells of it; answered by `looked`.
    case look(PurchaseKey)
    /// Asks at once whether refused credentials are mended.
    case retryPaused(StoreID?)
}

package enum AppEffect: Sendable, Hashable {
    case quit, suspend, redraw, bell
    /// `after`: milliseconds.
    case wake(after: Int64, WakeToken)
    /// Into the terminal's clipboard.
    case copy(String)
    case theme(String)
    /// Answered by `themes`.
    case readThemes
}

/// Tells timers apart; the number makes a timer that is overtaken harmless.
package enum WakeToken: Sendable, Hashable {
    /// The cursor has rested: the detail beside the list follows.
    case cursorRested(Int)
    /// A count of the day is done and has rested: news may make another.
    case todayRested
    /// The saved views may be counted again.
    case viewsMayCount
    /// No key followed: the one that waits is no part of a scan.
    case keysAreQuiet(Int)
    /// Whether to quit was asked long enough.
    case quitLapsed
    /// Something on the screen counts down: the clock is to be told.
    case second
    /// A ship form was opened, and no scan closed it again.
    case formStaysOpen(Int)
}
