/// The documents' own samples.
enum Samples {
    static let purchases = """
        {"store_purchases": [
          {
            "store_purchase_id": 43, "ticketable_event_purchase_id": 334, "store_purchase_ts": 1578434161,
            "purchaser_first_name": "John", "purchaser_last_name": "Smith", "last_modified_ts": 1637700119,
            "store_purchase_confirmation_code": "SEk6NhDjJzA1",
            "store_purchased_items": [
              {"quantity_purchased": 1, "store_item_id": 32, "purchased_item_num": 1,
               "store_item_variant_combination_id": 714, "amount_paid_in_cents": 242,
               "processing_fee_in_cents": 42, "ticketable_event_ticket_id": 1333,
               "item_transferred_from": [], "item_transferred_to": []},
              {"quantity_purchased": 3, "store_item_id": 34, "purchased_item_num": 2,
               "store_item_variant_combination_id": 708, "amount_paid_in_cents": 2420,
               "processing_fee_in_cents": 420, "ticketable_event_ticket_id": 1332,
               "item_transferred_from": [], "item_transferred_to": []},
              {"quantity_purchased": 4, "store_item_id": 36, "purchased_item_num": 3,
               "store_item_variant_combination_id": null, "amount_paid_in_cents": 550,
               "processing_fee_in_cents": 50, "ticketable_event_ticket_id": null,
               "item_transferred_from": [
                 {"store_purchase_id": 44, "purchased_item_num": 3, "transferred_quantity": 4}],
               "item_transferred_to": []},
              {"quantity_purchased": 5, "store_item_id": 38, "purchased_item_num": 4,
               "store_item_variant_combination_id": null, "amount_paid_in_cents": 550,
               "processing_fee_in_cents": 50, "ticketable_event_ticket_id": null,
               "item_transferred_from": [
                 {"store_purchase_id": 22, "purchased_item_num": 2, "transferred_quantity": 1},
                 {"store_purchase_id": 23, "purchased_item_num": 2, "transferred_quantity": 4}],
               "item_transferred_to": [
                 {"store_purchase_id": 55, "purchased_item_num": 2, "transferred_quantity": 5}]}
            ],
            "store_purchase_refunds": [
              {"refund_id": 1, "refunded_amount_in_cents": 2420, "refunded_ts": 1637700110},
              {"refund_id": 2, "refunded_amount_in_cents": 242, "refunded_ts": 1637700119}
            ],
            "store_purchase_cancelled_items": [
              {"cancelled_item_num": 1, "cancellation_ts": 1637700110, "store_item_id": 32,
               "store_item_variant_combination_id": 714, "quantity_cancelled": 1},
              {"cancelled_item_num": 2, "cancellation_ts": 1637700119, "store_item_id": 34,
               "store_item_variant_combination_id": 708, "quantity_cancelled": 3}
            ],
            "store_purchase_fulfillments": [
              {"purchased_item_num": 3, "fulfillment_ts": 1662040675, "quantity_fulfilled": 1,
               "expected_delivery_date": "2022-09-06", "shipping_tracking_num": "ABC123",
               "shipping_address": {"full_name": "Customer Name", "address1": "300 Mill St.",
                 "address2": "Suite 200", "city": "Moorestown", "state": "NJ", "zipcode": "08057",
                 "countrycode": "US"}},
              {"purchased_item_num": 4, "fulfillment_ts": 1662041000, "quantity_fulfilled": 1,
               "expected_delivery_date": null, "shipping_tracking_num": null, "shipping_address": null}
            ],
            "entered_shipping_address": {"full_name": "Customer Name", "address1": "300 Mill St.",
              "address2": "Suite 200", "city": "Moorestown", "state": "NJ", "zipcode": "08057",
              "countrycode": "US"}
          },
          {
            "store_purchase_id": 44, "ticketable_event_purchase_id": 335, "store_purchase_ts": 1578434163,
            "purchaser_first_name": "Jane", "purchaser_last_name": "Smith", "last_modified_ts": 1637696518,
            "store_purchased_items": [
              {"quantity_purchased": 1, "store_item_id": 32, "purchased_item_num": 1,
               "store_item_variant_combination_id": 712, "amount_paid_in_cents": 242,
               "processing_fee_in_cents": 42, "ticketable_event_ticket_id": 1334,
               "item_transferred_from": [], "item_transferred_to": []}
            ],
            "store_purchase_refunds": [
              {"refund_id": 3, "refunded_amount_in_cents": 242, "refunded_ts": 1637696518}],
            "store_purchase_cancelled_items": [
              {"cancelled_item_num": 1, "cancellation_ts": 1637696518, "store_item_id": 32,
               "store_item_variant_combination_id": 712, "quantity_cancelled": 1}],
            "entered_shipping_address": {"full_name": "Jane Smith", "address1": "300 Mill St.",
              "address2": null, "city": "Moorestown", "state": "NJ", "zipcode": "08057",
              "countrycode": "US"}
          }
        ]}
        """

    static let fulfillment = """
        {"store_purchases": [
          {"store_purchase_id": 43, "store_purchase_fulfillments": [
            {"purchased_item_num": 3, "quantity_fulfilled": 1, "expected_delivery_date": "2022-09-06",
             "shipping_tracking_num": "ABC123",
             "shipping_address": {"full_name": "Customer Name", "address1": "300 Mill St.",
               "address2": "Suite 200", "city": "Moorestown", "state": "NJ", "zipcode": "08057",
               "countrycode": "US"}},
            {"purchased_item_num": 4, "quantity_fulfilled": 1, "expected_delivery_date": null,
             "shipping_tracking_num": null, "shipping_address": null}]},
          {"store_purchase_id": 44, "store_purchase_fulfillments": [
            {"purchased_item_num": 1, "quantity_fulfilled": -1, "expected_delivery_date": null,
             "shipping_tracking_num": null, "shipping_address": null}]}
        ]}
        """

    static let fulfillmentReply = """
        {"store_purchases": [
          {"store_purchase_id": 43, "remaining_quantities": [
            {"purchased_item_num": 3, "new_quantity_remaining": 1},
            {"purchased_item_num": 4, "new_quantity_remaining": 0}]},
          {"store_purchase_id": 44, "remaining_quantities": [
            {"purchased_item_num": 1, "new_quantity_remaining": 1}]}
        ]}
        """
}
