import Model

extension Surroundings {
    /// Marks of this store never leave this box.
    func keeps(_ store: StoreID) -> Bool { self.store(store)?.capabilities.marksLeave == false }
}

/// What is said of marks that never leave this box, wherever they show: nobody shall think that the store
/// knows of them.
extension Capabilities {
    /// Nil where the store takes marks.
    package var keptWords: String? { marksLeave ? nil : "Kept on this box: this store takes no marks." }
    /// Nil where the store takes marks.
    package var takenBackHereWords: String? {
        marksLeave ? nil : "Taken back on this box: this store knows nothing of it."
    }
}
