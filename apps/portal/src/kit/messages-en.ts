/**
 * What the pages say in English. `{name}` takes a value; a pair `one` and `other` is chosen by `{count}`.
 * Sentence case, verbs on buttons, no blame; a trouble says what happened, why where it is known, and what to do.
 */
export const en = {
  sandbox: 'Sandbox: no real money moves here',
  'help.title': 'Questions about this bill?',
  'help.call': 'Call {phone}',
  'help.write': 'Write to {email}',
  'foot.kvitt': 'Bills by text with Kvitt',
  'card.ending': '{brand} ending in {last4}',

  'row.bill': 'Bill',
  'row.customer': 'Customer',
  'row.issued': 'Issued',
  'row.total': 'Bill total',
  'row.paid-on': 'Paid {date}',
  'row.left': 'Left to pay',
  'row.replaces': 'Replaces bill',
  'row.late-fee': 'Late fee',
  'row.interest': 'Interest for being late',
  'row.credit': 'Taken off',
  'row.owed-again': 'Owed after all',
  'row.fee-waived': 'Fee waived',
  'row.superseded': 'Moved to another bill',
  'row.carried': 'Paid on the bill before',
  'row.early': 'Discount for paying early',
  'row.early-ended': 'Early discount ended',
  'row.given-back': 'Given back',
  'row.to': 'Paid to',
  'row.card': 'Card',
  'row.fee': 'Card fee',
  'row.date': 'Date',
  'row.reference': 'Reference',

  'bill.title': 'Bill {number}',
  'bill.amount-due': 'Amount due',
  'bill.due': 'Due {date}',
  'bill.was-due': 'Was due {date}',
  'bill.overdue': 'This bill is overdue',
  'bill.overdue-what':
    'Pay now and it is settled. If you cannot pay all of it today, call {phone} and ask what is possible.',
  'bill.pay': 'Pay {amount}',
  'bill.early': 'With the discount for paying by {date}.',
  'paper.bill': 'Bill as PDF',
  'paper.receipt': 'Receipt as PDF',
  'bill.next': 'Next: your card. Nothing is charged until you confirm.',

  'pay.title': 'Pay {biller}',
  'pay.back': 'Back to the bill',
  'pay.number': 'Card number',
  'pay.expires': 'Expires',
  'pay.expires-form': 'MM / YY',
  'pay.code': 'Security code',
  'pay.code-where': '3 digits on the back',
  'pay.code-where-front': '4 digits on the front',
  'pay.secure': 'The number goes straight to our card processor. {biller} never sees it.',
  'pay.sandbox-card': 'Try 4111 1111 1111 1111, any date to come and any 3 digits.',
  'pay.keep': 'Keep this card, so next time you can pay by answering PAY',
  'pay.keep-what':
    'Kept: the brand, the last four digits and the expiry date. The full number stays with our card processor.',
  'pay.keep-how':
    'Used: only when you answer PAY to a text that names the amount and the card. Never by itself.',
  'pay.keep-end':
    'Ends: when you say so. Call {phone} and the card is removed. If this ever changes, we text you first.',
  'pay.working': 'Paying {amount}',
  'pay.working-status': 'Sending your payment of {amount}. Keep this page open.',
  'pay.loading-status': 'The card fields are loading.',
  'pay.ready-status': 'The card fields are ready.',
  'pay.again': 'Load the page again',
  'pay.unavailable': 'The card fields did not load',
  'pay.unavailable-what':
    'Nothing was charged. Check your connection and load the page again. You can also answer our text with PAY if we keep a card of yours, or call {phone}.',
  'pay.no-script': 'The card fields need JavaScript',
  'pay.no-script-what':
    'It is turned off in this browser, so no card can be entered here. Answer our text with PAY if we keep a card of yours, or call {phone} to pay.',

  'number.empty': 'Enter the card number.',
  'number.wrong': 'A digit is missing or wrong. Check it against the card.',
  'expires.empty': 'Enter month and year.',
  'expires.wrong': 'Past, or not complete.',
  'code.empty': 'Enter the security code.',
  'code.wrong': 'A digit is missing.',
  'token.failed': 'The card could not be checked',
  'token.failed-what': 'Nothing was charged. Check number, date and code, then press the button again.',
  'token.unconfirmed': 'It was not confirmed at your bank',
  'token.unconfirmed-what':
    'Nothing was charged. Press the button again and confirm when your bank asks, or use another card.',
  'token.network': 'The connection broke off',
  'token.network-what': 'Nothing was charged. Press the button again when you are online.',

  'declined.title': 'This payment did not go through',
  'declined.card': '{card} was not charged.',
  'declined.none': 'Nothing was charged.',
  'declined.insufficient-funds':
    'There was not enough money on the card. Use another card, or come back when there is.',
  'declined.try-later':
    'The bank could not answer just now. Try again in a few minutes, or use another card.',
  'declined.card-refused': 'The bank said no and does not tell us why. Use another card, or ask your bank.',
  'declined.card-expired': 'The card has expired. Use the new one from your bank, or another card.',
  'declined.needs-authentication':
    'The bank wants you to confirm this payment. Enter the card again, and confirm when your bank asks.',
  'declined.card-data':
    'The number, date or code did not match. Check them against the card and enter them again.',
  'declined.duplicate':
    'The same payment was sent moments ago, so this one was stopped. Go back to the bill and see if it is paid before you try again.',
  'declined.fraud': 'A safety check stopped it. Use another card, or call {phone}.',
  'declined.not-found': 'The card we kept is no longer there. Enter a card below.',
  'declined.never-arrived': 'It did not reach the bank. Try again.',
  'declined.configuration':
    'The fault is on our side, and we cannot take this card now. Call {phone} to pay another way.',
  'changed.title': 'The amount has changed',
  'changed.what': 'It is now {amount}, and nothing was charged. Look at it once more before you pay.',
  'not-ready.title': 'The card fields were not ready',
  'not-ready.what': 'Nothing was charged. Enter the card and press the button again.',

  'wallet.title': 'Pay with {names}',
  'wallet.loading': 'One moment.',
  'wallet.none': 'None of them works on this device. Pay with a card below.',
  'wallet.failed': 'That did not work, and nothing was charged. Try again, or pay with a card below.',

  'settled.title': 'Settled',
  'settled.thanks': 'Settled. Thank you.',
  'settled.nothing-left': 'Nothing more is due on this bill.',
  'settled.part': 'Paid. Thank you.',
  'settled.left': '{amount} is still due on this bill.',
  'settled.pay-rest': 'Pay the rest',
  'settled.receipt': 'Receipt',
  'settled.share': 'Share receipt',
  'settled.print': 'Print or save',
  'way.account': 'All your bills and receipts',
  'settled.kept': '{card} is kept',
  'settled.kept-what': 'Next time, answer PAY to our text. To remove the card, call {phone}.',
  'settled.kept-some-card': 'Your card',

  'checking.title': 'Waiting for the bank',
  'checking.what':
    'Your payment of {amount} was sent, and the answer is late. This page keeps asking by itself.',
  'checking.twice': 'You will not be charged twice',
  'checking.twice-what':
    'There is no need to pay again. You can close this page: your bill will show how it went.',
  'checking.slow-status': 'Still no answer. We go on asking.',

  'nothing-due.title': 'Nothing is due',
  'nothing-due.what': 'There is nothing to pay on this bill.',

  'expired.title': 'This link no longer works',
  'expired.what':
    'Links to bills end after a while, to keep them safe. Your bill is still here: we can text a fresh link to the phone ending in {tail}.',
  'expired.button': 'Text me a fresh link',
  'fresh.title': 'A fresh link is on its way',
  'fresh.what':
    'Look in the texts of the phone ending in {tail}. The newest link opens your bill; you can close this page.',
  'fresh.nothing': 'No text after two minutes?',
  'fresh.nothing-what': 'Call {phone}, and we will find your bill together.',

  'unknown.title': 'There is no bill at this address',
  'unknown.what':
    'Links break when only a part of them is copied. Open yours from the text once more, down to its last letter.',
  'unknown.genuine': 'How to know a genuine link',
  'unknown.genuine-begins': 'It begins with {address}',
  'unknown.genuine-asks': 'It never asks for a password, and no text of ours asks for a card number.',
  'unknown.genuine-doubt': 'In doubt, do not tap. Call {phone} instead.',

  'slow.title': 'A short pause',
  'slow.what':
    'Many tries came from your connection, so we paused it to keep bills safe. Nothing was charged.',
  'slow.when': { one: 'Try again in {count} minute.', other: 'Try again in {count} minutes.' },
  'slow.again': 'Try again',
} as const;
