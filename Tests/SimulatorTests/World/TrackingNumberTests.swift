import Model
import Testing

@testable import Simulator

@Suite struct TrackingNumberTests {
    @Test(arguments: [("5R8939035756712", "7"), ("410E7W039275159", "1")])
    func `a parcel service's check digit is the one on its labels`(_ serial: String, _ digit: String) {
        #expect(TrackingNumber.mod10(serial, even: 1, odd: 2) == digit)
    }

    @Test func `a postal check digit is the one on its labels`() {
        #expect(TrackingNumber.mod10("920019013260760083345", even: 3, odd: 1) == "7")
    }

    @Test func `one seed gives one number and the carriers differ by country`() {
        var first = Chance(seed: 1), second = Chance(seed: 1)
        #expect(
            TrackingNumber.invented(to: "US", &first) == TrackingNumber.invented(to: "US", &second))
        let abroad = (0..<20).map { _ in TrackingNumber.invented(to: "JP", &first) }
        #expect(abroad.allSatisfy { $0.count == 13 && $0.hasPrefix("R") && $0.hasSuffix("US") })
        #expect(Set(abroad).count == 20)
    }
}
