import Model
import ViewModels

enum LogLines {
    static let entries: [AuditEntry] = (0..<60).map { number in
        let words = [
            "Ship 2 Shirt L, tracking 1Z999AA10123456784", "Left in request 7f3a with 41 others",
            "The server has it; 0 remain", "No answer within 20 s; the purchase is read again",
        ]
        let events = ["queued", "sent", "confirmed", "unknown"]
        return AuditEntry(
            at: (Station.now - Int64(number) * 4_000) * 1000,
            author: number % 5 == 0 ? Station.elsewhere : Station.author, store: Station.gala.id,
            purchase: PurchaseID(1043 + number), event: events[number % 4], words: words[number % 4])
    }
}
