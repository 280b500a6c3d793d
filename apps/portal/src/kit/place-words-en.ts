/** Pictures in a thread, passkeys, and a link texted to another phone of one's own, in English. None of it runs in the browser. */
export const placeEn = {
  'picture.label': 'A picture, if it helps',
  'picture.hint': 'JPEG, PNG or WebP, 10 MB at most. Where and when it was taken is removed.',
  'picture.alt': 'Picture to: “{words}”',
  'picture.open': 'Open the picture in full',
  'picture.kind': 'That is not a picture we can read',
  'picture.kind-what': 'Choose a JPEG, PNG or WebP. Nothing was sent; your words are still here.',
  'picture.large': 'That picture is too large',
  'picture.large-what': 'It may have 10 MB and 60 million points. Take it smaller. Nothing was sent.',
  'picture.broken': 'That picture cannot be opened',
  'picture.broken-what':
    'The file is damaged. Take the picture again. Nothing was sent; your words are still here.',
  'picture.many': 'Twenty pictures came today',
  'picture.many-what': 'Send the words alone, or call {phone}. Nothing was sent.',

  'passkey.title': 'Open with a passkey',
  'passkey.lead':
    'Your face, your finger or the code of your device opens your bills, without a code by text. None of that leaves your device.',
  'passkey.hint': 'Your face, your finger or the code of your device.',
  'passkey.none': 'No passkey is set up yet.',
  'passkey.line': 'Set up {date}',
  'passkey.used': 'last used {date}',
  'passkey.add': 'Set up a passkey on this device',
  'passkey.code-first':
    'A code comes first, texted to the phone ending in {tail}: so nobody else sets one up for you.',
  'passkey.code-button': 'Prove it with a code by text',
  'passkey.remove': 'Remove it',
  'passkey.open': 'Open with a passkey',
  'passkey.done-added': 'The passkey is set up',
  'passkey.done-added-what': 'Next time, choose “Open with a passkey” instead of a code.',
  'passkey.done-removed': 'The passkey opens nothing any more',
  'passkey.done-removed-what': 'Your device may still list it. You can delete it there.',
  'passkey.done-closed': 'The passkey is removed, and what it had opened is closed',
  'passkey.done-closed-what':
    'Other browsers that it opened ask for a proof again, and show no notes. Your device may still list it; you can delete it there.',
  'passkey.failed': 'The passkey was not taken',
  'passkey.failed-what': 'Nothing was opened or changed. Try again, or choose another way.',
  'passkey.not-here': 'This browser knows no passkeys. Open this page in another one, or choose another way.',

  'usage.title': 'What you used',
  'usage.more': '{percent} more than on the bill before',
  'usage.less': '{percent} less than on the bill before',
  'usage.same': 'As much as on the bill before',
  'usage.all': 'Bill by bill: {what}',
  'usage.ask': 'Ask about it, or about a larger or smaller plan',

  'pref.paper': 'Bills on paper',
  'pref.paper-what':
    'Without paper your bills come by text and wait here. Both ways are asked for on a page of their own.',
  'push.bill': 'Notes of bills',
  'push.receipt': 'Notes of receipts',
  'coming.receipt': 'The receipt, once autopay has charged bill {number}',
  'coming.part': 'A reminder of part {number} of your plan',
  'coming.promise': 'A reminder on the day that you chose to pay',

  'payers.text-title': 'Text it to a phone of this account',
  'payers.text-what': 'Only to phones that agreed to our texts. Anybody else has it from you.',
  'payers.text-button': 'Text it to the phone ending in {tail}',
  'payers.done-texted': 'The link is on its way',
  'payers.done-texted-what': 'It comes by text, to that phone alone.',
  'payers.cannot-text': 'That phone gets no texts from us',
  'payers.cannot-text-what': 'Make a link and send it yourself. Nothing was sent.',
} as const;
