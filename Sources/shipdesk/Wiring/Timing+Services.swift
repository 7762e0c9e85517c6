import Services
import Settings

extension ProtocolFigures {
    init(_ timing: Timing) {
        self.init()
        settleWait = timing.settleWait.inMilliseconds
        settleMargin = timing.settleMargin.inMilliseconds
        readServes = timing.readServes.inMilliseconds
        backOffMax = timing.retryWaiting.inMilliseconds
        backOffMaxInBackground = timing.retryBackground.inMilliseconds
        pauseProbe = timing.probeEvery.inMilliseconds
        earlyLooks = earlyLooks.filter { $0 < settleWait }
    }
}

extension SyncSchedule {
    init(_ timing: Timing) {
        self.init()
        every = max(1, timing.syncEvery.inMilliseconds / 1_000)
        fullEvery = max(1, timing.fullSyncEvery.inMilliseconds / 1_000)
        overlap = timing.syncOverlap.inMilliseconds / 1_000
    }
}
