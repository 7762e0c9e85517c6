import APIs
import Model
import Testing

@Suite struct StoreInfoTests {
    @Test func itemsAndTheirVariantsHaveNames() async throws {
        let body = """
            {"store_items": [
              {"store_item_id": 32, "item_name": "Shirt", "num_variants": 2, "deleted": "F",
               "store_item_variants": [
                 {"store_item_variant_id": 1, "variant_num": 1, "item_variant_name": "L"},
                 {"store_item_variant_id": "2", "variant_num": 2, "item_variant_name": "Red"}],
               "store_item_variant_combinations": [
                 {"store_item_variant_combination_id": 714, "store_item_variant_ids": [1, 2]},
                 {"store_item_variant_combination_id": 715,
                  "store_item_variants": [{"store_item_variant_id": 1, "variant_num": 1}]},
                 {"store_item_variant_combination_id": 716,
                  "store_item_variant_id_1": 2, "store_item_variant_id_2": 1},
                 {"store_item_variant_combination_id": 717, "store_item_variant_ids": [9]}]},
              {"store_item_id": 34, "item_name": "Mug"},
              {"store_item_id": null, "item_name": "Nothing"}]}
            """
        let info = try await ScriptedDoor(body: body).client().storeInfo().result.get()
        #expect(
            info.names == [
                ItemKind(itemID: 32): "Shirt", ItemKind(itemID: 32, variantID: 714): "Shirt, L, Red",
                ItemKind(itemID: 32, variantID: 715): "Shirt, L",
                ItemKind(itemID: 32, variantID: 716): "Shirt, Red, L", ItemKind(itemID: 34): "Mug",
            ])
    }

    @Test func anEndpointThatIsNotThereIsAnOrdinaryFailure() async {
        let door = ScriptedDoor(status: 404, body: #"{"error": "Not found", "details": {}}"#)
        #expect(await door.client().storeInfo().failure == .named(words: "Not found", code: nil))
        #expect(door.calls.first?.path == "/v2/tickets/get-ticket-event-store-info.json")
    }

    @Test func aKeySaysWhatItBelongsTo() async throws {
        let body = """
            {"generic_entity_id": 5, "entity_type": "ticket_event", "entity_name": "Spring Gala",
             "entity_specific_id": "7001"}
            """
        let door = ScriptedDoor(body: body)
        let info = try await door.client().entityInfo().result.get()
        #expect(info == EntityInfo(type: "ticket_event", name: "Spring Gala", specificID: 7001))
        #expect(door.calls.first?.query == [QueryItem("rsu_api_key", "key-1")])
    }
}
