import type { TextFailure } from '../sms-port.ts';

export interface ErrorMeaning {
  kind: TextFailure;
  /** A sentence for the people who work with the conversation. */
  text: string;
}

/**
 * What each of Plivo's message error codes means for us. Sources: Plivo's own list for 10–201 and 1000, its FAQ and
 * support pages for 420, 450 and 900, public client code for 300 and 910.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorMeaning>> = {
  '10': { kind: 'content', text: 'The carrier called the message invalid.' },
  '20': { kind: 'transient', text: 'The carrier had a network fault.' },
  '30': { kind: 'content', text: 'The carrier took the message for spam.' },
  '40': { kind: 'configuration', text: 'Our sending number is not valid for text messages.' },
  '50': { kind: 'bad-number', text: 'The number is wrong, a landline, or takes no text messages.' },
  // A loop is two machines that answer each other, so sending the same words again would only feed it.
  '60': { kind: 'content', text: 'The carrier saw the same messages going back and forth and stopped them.' },
  '70': { kind: 'bad-number', text: 'The phone is permanently out of reach.' },
  '80': { kind: 'transient', text: 'The phone was out of reach for the moment.' },
  '90': { kind: 'transient', text: 'No route to the phone was found.' },
  '100': { kind: 'bad-number', text: "The phone's network does not take messages like this." },
  '110': { kind: 'content', text: 'The message was too long.' },
  '200': { kind: 'opted-out', text: 'The person has said STOP to this number.' },
  '201': { kind: 'configuration', text: 'Toll-free numbers in the US cannot text to Canada.' },
  '300': { kind: 'transient', text: 'The message could not be handed to the carrier.' },
  // The queue gives up after its time; nothing was charged and nothing went out, so it may be queued again if wanted.
  '420': { kind: 'transient', text: 'The message waited too long in the queue and was dropped.' },
  '450': { kind: 'configuration', text: 'Texting to this country is not switched on for our account.' },
  '900': { kind: 'stop-sending', text: 'Our account with the carrier is out of credit.' },
  '910': { kind: 'stop-sending', text: 'Our account with the carrier is disabled.' },
  '1000': { kind: 'transient', text: 'The carrier gave no reason.' },
};

/**
 * Takes the code as Plivo writes it; "000" and nothing at all are success and mean nothing. A code that is not in the
 * table is `transient`, because giving a phone up for a number that we cannot read would lose a customer.
 */
export function explainErrorCode(code: string | undefined): ErrorMeaning | undefined {
  if (!code || /^0+$/.test(code)) return undefined;
  return (
    ERROR_CODES[String(Number(code))] ?? { kind: 'transient', text: `The carrier failed with code ${code}.` }
  );
}
