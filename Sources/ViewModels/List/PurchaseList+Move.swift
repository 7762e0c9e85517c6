import Model

extension PurchaseList {
    /// One row down (1) or up (-1); past the edge the page turns.
    mutating func step(_ step: Int, in surroundings: Surroundings) -> Outcome {
        let edge = step > 0 ? rows.last : rows.first
        let wasGhost = dropGhost()
        let target = wasGhost && step > 0 ? cursor : cursor + step
        if rows.indices.contains(target) {
            cursor = target
            return rest(in: surroundings, refill: wasGhost)
        }
        if step < 0 { return turnBack(from: edge, cursor: .max, in: surroundings) }
        cursor = max(0, rows.count - 1)
        return turnOn(from: edge, cursor: 0, in: surroundings)
    }

    mutating func turnPage(_ step: Int, in surroundings: Surroundings) -> Outcome {
        let edge = step > 0 ? rows.last : rows.first
        dropGhost()
        return step > 0
            ? turnOn(from: edge, cursor: cursor, in: surroundings)
            : turnBack(from: edge, cursor: cursor, in: surroundings)
    }

    mutating func goFirst(in surroundings: Surroundings) -> Outcome {
        dropGhost()
        return load(.first, use: .page(cursor: 0, offset: 0), in: surroundings)
    }

    /// The last page holds what is left over, so that pages begin where they begin when paging on.
    mutating func goLast(in surroundings: Surroundings) -> Outcome {
        dropGhost()
        let size = surroundings.layout.listRows
        let rest = total.map { $0 % size == 0 ? size : $0 % size } ?? size
        let offset = total.map { max(0, $0 - rest) }
        return load(.last, use: .page(cursor: .max, offset: offset), limit: rest, in: surroundings)
    }

    /// The page that was just asked for brings the purchase to open.
    mutating func opensNextPage() { pending.opens = pending.window != nil }

    private mutating func turnOn(
        from edge: ListRow?, cursor row: Int, in surroundings: Surroundings
    ) -> Outcome {
        guard let edge else { return .nothing }
        let next = offset.map { $0 + rows.count }
        if let next, let total, next >= total {
            cursor = max(0, rows.count - 1)
            return rest(in: surroundings)
        }
        return load(.after(edge.position), use: .page(cursor: row, offset: next), in: surroundings)
    }

    private mutating func turnBack(
        from edge: ListRow?, cursor row: Int, in surroundings: Surroundings
    ) -> Outcome {
        guard let edge else { return .nothing }
        guard let offset else {
            return load(.before(edge.position), use: .page(cursor: row, offset: nil), in: surroundings)
        }
        let size = surroundings.layout.listRows
        if offset == 0 {
            cursor = 0
            return rest(in: surroundings)
        }
        if offset < size {
            let place = row == .max ? offset - 1 : row
            return load(.first, use: .page(cursor: place, offset: 0), in: surroundings)
        }
        return load(.before(edge.position), use: .page(cursor: row, offset: offset - size), in: surroundings)
    }

    /// Takes a purchase that has left the list out of sight, now that the cursor moves.
    @discardableResult
    private mutating func dropGhost() -> Bool {
        guard let ghost else { return false }
        self.ghost = nil
        rows.removeAll { $0.key == ghost }
        return true
    }

    /// The cursor has come to rest on a row: the detail beside follows a little later.
    mutating func rest(in surroundings: Surroundings, refill: Bool = false) -> Outcome {
        var effects = refill ? follow(in: surroundings) : []
        if surroundings.layout.showsDetailBeside {
            pending.rest += 1
            effects.append(.app(.wake(after: 100, .cursorRested(pending.rest))))
        }
        return Outcome(effects: effects)
    }

    mutating func woke(_ token: WakeToken) -> Outcome {
        if token == .viewsMayCount { return viewsMayCount() }
        guard token == .cursorRested(pending.rest) else { return .nothing }
        return Outcome(effects: readBeside())
    }

    /// Reads the purchase under the cursor for the place beside the list.
    mutating func readBeside() -> [Effect] {
        guard let key = current?.key else {
            beside = nil
            return []
        }
        if beside?.key != key { beside = DetailScreen(key) }
        return [.cache(.detail(key))]
    }
}
