import Model
import Testing

@testable import shipdesk

@Suite struct TargetTests {
    @Test func aTargetIsSplitFromTheRight() {
        #expect(Target(argument: "1043") == Target("1043", nil, nil))
        #expect(Target(argument: "1043:3") == Target("1043", 3, nil))
        #expect(Target(argument: "1043:3=2") == Target("1043", 3, 2))
        #expect(Target(argument: "A:B:3=2") == Target("A:B", 3, 2))
        #expect(Target(argument: "ord:7:1") == Target("ord:7", 1, nil))
        #expect(Target(argument: "1043:0") == Target("1043", 0, nil))
    }

    @Test func anIdMayHoldAColonWhereNoNumberFollows() {
        #expect(Target(argument: "ORD:ABC") == Target("ORD:ABC", nil, nil))
        #expect(Target(argument: "A=B") == Target("A=B", nil, nil))
    }

    @Test(arguments: ["", "1043:", ":3", "1043:3=", "1043:3=x", "1043:3=1=2", "1043:-1", "1043:+1"])
    func whatIsNoTargetIsUsage(text: String) {
        #expect(Target(argument: text) == nil)
    }
}

extension Target {
    fileprivate init?(_ purchase: String, _ item: Int?, _ quantity: Int?) {
        self.init(argument: purchase)
        self.purchase = PurchaseID(purchase)
        self.item = item
        self.quantity = quantity
    }
}
