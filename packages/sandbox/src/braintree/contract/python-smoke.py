"""Calls the sandbox with the vendor's Python SDK, which speaks XML where the Node SDK speaks JSON."""

import sys

import braintree

host, port = sys.argv[1], sys.argv[2]
environment = braintree.Environment("development", host, port, "", False, None, host, port)
gateway = braintree.BraintreeGateway(
    braintree.Configuration(
        environment,
        merchant_id="sandbox_merchant",
        public_key="sandbox_public",
        private_key="sandbox_private",
    )
)

assert gateway.client_token.generate()

sale = gateway.transaction.sale(
    {
        "amount": "12.50",
        "order_id": "python_1",
        "payment_method_nonce": "fake-valid-nonce",
        "options": {"submit_for_settlement": True, "store_in_vault_on_success": True},
        "customer": {"first_name": "Zoë & <Co>"},
        "line_items": [
            {"quantity": "1", "name": "bill", "kind": "debit", "unit_amount": "12.50", "total_amount": "12.50"}
        ],
    }
)
assert sale.is_success, sale
transaction = sale.transaction
assert str(transaction.amount) == "12.50"
assert transaction.created_at.year >= 2026
assert transaction.customer_details.first_name == "Zoë & <Co>"
assert len(transaction.line_items) == 1

declined = gateway.transaction.sale({"amount": "2001.00", "payment_method_nonce": "fake-valid-nonce"})
assert not declined.is_success
assert declined.transaction.processor_response_code == "2001"

invalid = gateway.transaction.sale({"amount": "", "payment_method_nonce": "fake-valid-nonce"})
assert [error.code for error in invalid.errors.deep_errors] == ["81502"]

found = gateway.transaction.search(
    braintree.TransactionSearch.order_id == "python_1",
    braintree.TransactionSearch.amount.between("12.00", "13.00"),
    braintree.TransactionSearch.status == braintree.Transaction.Status.SubmittedForSettlement,
)
assert [one.id for one in found.items] == [transaction.id]

customer = gateway.customer.find(transaction.customer_details.id)
assert customer.payment_methods[0].token == transaction.credit_card_details.token
assert customer.credit_cards[0].expiration_date == "12/2030"

settled = gateway.testing.settle_transaction(transaction.id)
assert settled.transaction.status == "settled"
refund = gateway.transaction.refund(transaction.id, "2.50")
assert refund.is_success and refund.transaction.type == "credit"
too_much = gateway.transaction.refund(transaction.id, "10.01")
assert [error.code for error in too_much.errors.deep_errors] == ["91521"]

disputed = gateway.transaction.sale(
    {"amount": "31.00", "credit_card": {"number": "4023898493988028", "expiration_date": "12/2030"}}
)
dispute = gateway.dispute.find(disputed.transaction.disputes[0].id)
assert dispute.status == "open"
assert gateway.dispute.add_text_evidence(dispute.id, "text").is_success

assert gateway.payment_method.delete(transaction.credit_card_details.token)
try:
    gateway.transaction.find("missing")
    raise AssertionError("a missing transaction was found")
except braintree.exceptions.NotFoundError:
    pass
print("python sdk", braintree.version.Version, "ok")
