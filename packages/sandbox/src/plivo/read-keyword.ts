export type Intent = 'optout' | 'optin' | 'help' | '';

/**
 * The words that the vendor acts on by itself. The current documentation names STOP, END and QUIT; its support pages
 * add the rest, and a sandbox that blocked fewer words than the vendor would hide a failure with code 200.
 */
const keywords: Record<Exclude<Intent, ''>, ReadonlySet<string>> = {
  optout: new Set(['STOP', 'END', 'QUIT', 'CANCEL', 'UNSUB', 'UNSUBSCRIBE', 'STOP ALL', 'STOPALL']),
  optin: new Set(['START', 'UNSTOP']),
  help: new Set(['HELP', 'INFO']),
};

/** What Plivo takes an inbound text for. Only the whole text counts: "Stop it!" is nothing to the vendor. */
export function readKeyword(text: string): Intent {
  const word = text.trim().toUpperCase();
  for (const intent of ['optout', 'optin', 'help'] as const) if (keywords[intent].has(word)) return intent;
  return '';
}

/** What the vendor answers by itself, worded as its page on opt-outs words it. */
export const automaticReplies: Record<Exclude<Intent, ''>, string> = {
  optout: 'You have been unsubscribed and will not receive any more messages from this number.',
  optin: 'You have been subscribed again and will receive messages from this number.',
  help: 'Text STOP to stop receiving messages from this number. Message and data rates may apply.',
};
