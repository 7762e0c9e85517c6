import Cache
import Model

extension Marker {
    /// Keeps purchases back on this box: nothing of them is shipped until they are released. All in one
    /// transaction.
    package func hold(_ keys: [PurchaseKey], reason: String, by author: Author, now: Int64) throws {
        try cache.write { writer in
            for key in keys {
                try writer.hold(key, Hold(reason: reason, author: author, at: now / 1_000))
                try writer.note(key, by: author, now: now, event: "held", words: reason)
            }
        }
    }

    package func release(_ keys: [PurchaseKey], by author: Author, now: Int64) throws {
        try cache.write { writer in
            for key in keys {
                try writer.release(key)
                try writer.note(key, by: author, now: now, event: "released", words: "It may be shipped again.")
            }
        }
    }

    /// Writes a note to a purchase. The log says that there is one, not what it says: people write down
    /// addresses.
    package func addMemo(_ text: String, to key: PurchaseKey, by author: Author, now: Int64) throws {
        try cache.write { writer in
            try writer.add(Memo(text: text, author: author, at: now / 1_000), to: key)
            try writer.note(key, by: author, now: now, event: "note", words: "A note was added.")
        }
    }

    /// A person has read what a purchase's alarms say; they are gone from its attention.
    package func takeNote(_ key: PurchaseKey, by author: Author, now: Int64) throws {
        try cache.write { writer in
            let words = try writer.alarms(of: key).map(\.words).joined(separator: " ")
            try writer.clearAlarms(of: key)
            try writer.note(key, by: author, now: now, event: "noted", words: words)
        }
    }
}

extension CacheWriter {
    fileprivate func note(
        _ key: PurchaseKey, by author: Author, now: Int64, event: String, words: String
    ) throws {
        try audit(
            AuditEntry(
                at: now, author: author, store: key.store, purchase: key.purchase, event: event, words: words)
        )
    }
}
