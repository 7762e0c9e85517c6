import Cache
import Model

/// Accepts what people ask for: ship, hand over, take back. A mark is durable before anybody is told.
///
/// One request is one transaction and one action: either every line is accepted or none is.
package struct Marker: Sendable {
    let cache: Cache

    package init(cache: Cache) { self.cache = cache }

    /// - Parameter now: Unix milliseconds.
    /// - Throws: ``Refusals`` when a line is not acceptable, and then nothing was written; ``CacheError``.
    package func submit(_ request: MarkRequest, now: Int64) throws -> Accepted {
        try cache.write { writer in
            let action = try writer.insertAction(request.verb, by: request.author, at: now)
            var admission = Admission(request: request, action: action, now: now, writer: writer)
            for line in request.lines { try admission.admit(line) }
            guard admission.refusals.isEmpty else { throw Refusals(admission.refusals) }
            return Accepted(action: action, marks: admission.marks, surprises: admission.surprises)
        }
    }

    /// What would become of a request, line by line, without writing anything: the preview of a bulk action.
    package func preview(_ request: MarkRequest, now: Int64) throws -> Preview {
        do {
            return try cache.write { writer in
                let action = try writer.insertAction(request.verb, by: request.author, at: now)
                var preview = Preview()
                for line in request.lines {
                    var admission = Admission(request: request, action: action, now: now, writer: writer)
                    try admission.admit(line)
                    preview.add(line, admission.marks, admission.refusals)
                }
                throw preview
            }
        } catch let preview as Preview {
            return preview
        }
    }
}

/// Every reason why a request was refused.
package struct Refusals: Error, Sendable, Hashable {
    package var all: [Refusal]
    package init(_ all: [Refusal]) { self.all = all }
}

/// What a request would do. Thrown, so that the transaction that tried it is rolled back.
package struct Preview: Error, Sendable, Hashable {
    package var accepted: [MarkLine] = []
    package var marks: [Mark] = []
    package var skipped: [Skipped] = []

    package struct Skipped: Sendable, Hashable {
        package var line: MarkLine
        package var refusal: Refusal
    }

    mutating func add(_ line: MarkLine, _ marks: [Mark], _ refusals: [Refusal]) {
        if let refusal = refusals.first {
            skipped.append(Skipped(line: line, refusal: refusal))
        } else {
            accepted.append(line)
            self.marks += marks
        }
    }
}
