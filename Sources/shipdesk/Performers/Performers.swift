import Model

/// Everything that effects are done by: one for each service.
struct Performers {
    let cache: CachePerformer
    let marks: MarksPerformer
    let sync: SyncPerformer
    let files: FilePerformer
    let claims: ClaimPerformer
    let paper: PaperPerformer
    let views: ViewsPerformer
    let team: Team
    let bench: Bench
    /// How every store is doing, for the header.
    let health: @MainActor () -> [StoreHealth]
}
