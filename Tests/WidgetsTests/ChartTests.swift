import Terminal
import TestKit
import Testing
import Widgets

@Suite struct ChartTests {
    @Test func aGaugeIsFullOnlyWhenAllIsDone() {
        #expect(drawn(Gauge(0, of: 10), 16, 1) == ["░░░░░░░░░░   0 %"])
        #expect(drawn(Gauge(1, of: 1000), 16, 1) == ["█░░░░░░░░░   1 %"])
        #expect(drawn(Gauge(999, of: 1000), 16, 1) == ["█████████░  99 %"])
        #expect(drawn(Gauge(1000, of: 1000), 16, 1) == ["██████████ 100 %"])
    }

    @Test func aSparklineShowsTheLatestAndAnythingAtAll() {
        #expect(Sparkline([0, 1, 50, 100]).text(for: 10) == " ▁▄█")
        #expect(Sparkline([9, 1, 1, 1]).text(for: 2) == "▅▅")
        #expect(Sparkline([]).text(for: 4) == "")
    }

    @Test func aTimelineRunsAlongARail() {
        let timeline = Timeline([
            TimelineStep(when: "14:02", what: "shipped 2", details: ["1Z999 by anna at bench-3"]),
            TimelineStep(when: "9:30", what: "took back 1"),
        ])
        #expect(
            drawn(timeline, 40, 4) == [
                "14:02  ┌  shipped 2", "       │  1Z999 by anna at bench-3", "9:30   └  took back 1", "",
            ])
        #expect(timeline.height(for: 22) == 5)
    }
}
