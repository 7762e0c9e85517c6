import Model
import ViewModels

enum LogLines {
    static let entries: [AuditEntry] = (0..<60).map { number in
        let words = [
            "Written down; nothing was sent yet.", "In request 3-1795352520000-41 with 41 others.",
            "The store has it; 0 left of the item.", "No answer came within 20 s.",
        ]
        let events = ["queued", "sending", "confirmed", "unknown"]
        if number == 3 {
            return AuditEntry(
                number: Int64(100 - number), at: (Station.now - 12_000) * 1000, author: Station.elsewhere,
                store: Station.gala.id, purchase: PurchaseID(1046), event: "held",
                words: "The address looks wrong, asked by mail.")
        }
        return AuditEntry(
            number: Int64(100 - number), at: (Station.now - Int64(number) * 4_000) * 1000,
            author: number % 5 == 0 ? Station.elsewhere : Station.author, store: Station.gala.id,
            purchase: PurchaseID(1043 + number), event: events[number % 4], words: words[number % 4],
            subject: AuditEntry.Subject(
                verb: .ship, quantity: 1 + number % 3, itemName: number % 7 == 2 ? "ポスター 大" : "Shirt L",
                tracking: number % 2 == 0 ? "1Z999AA10123456784" : nil))
    }
}
