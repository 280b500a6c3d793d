import { createHash } from 'node:crypto';
import type { Instrument } from '../state/records.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { Card } from './card-record.ts';
import { testCards } from './test-cards.ts';

/** What is told of a card's kind, each with `Yes`, `No` or `Unknown`. */
export const indicatorNames = [
  'business',
  'commercial',
  'consumer',
  'corporate',
  'countryOfIssuance',
  'debit',
  'durbinRegulated',
  'healthcare',
  'issuingBank',
  'payroll',
  'prepaid',
  'prepaidReloadable',
  'productId',
  'purchase',
];

/** The fields that the gateway shows of a card anywhere: in the vault, in a transaction, in a verification. */
export function writeCard(card: Card, nowMs: number): XmlObject {
  const indicators = card.indicators ?? testCards[card.number]?.indicators ?? {};
  return {
    bin: card.number.slice(0, 6),
    binExtended: card.number.slice(0, 8),
    last4: card.number.slice(-4),
    cardType: card.cardType,
    cardholderName: card.cardholderName,
    expirationMonth: card.expirationMonth,
    expirationYear: card.expirationYear,
    expired: isExpired(card, nowMs),
    customerLocation: 'US',
    imageUrl: `https://assets.braintreegateway.com/payment_method_logo/${imageName(card.cardType)}.png?environment=sandbox`,
    uniqueNumberIdentifier: uniqueNumber(card.number),
    isNetworkTokenized: false,
    venmoSdk: false,
    accountType: 'credit',
    ...Object.fromEntries(indicatorNames.map((name) => [name, indicators[name] ?? 'Unknown'])),
  };
}

/** What is shown of the card behind an instrument: a wallet of Google names its digits and brand in words of its own. */
export function writeCardOf({ kind, card }: Instrument, nowMs: number): XmlObject {
  if (!card) return {};
  const { last4, cardType, ...rest } = writeCard(card, nowMs);
  return kind === 'android_pay_card' ? rest : { ...rest, last4, cardType };
}

/** A card is good until the last day of its month. */
export function isExpired(card: Card, nowMs: number): boolean {
  return Date.UTC(Number(card.expirationYear), Number(card.expirationMonth), 1) <= nowMs;
}

/** The same for the same number, and nothing else can be read from it. */
export function uniqueNumber(number: string): string {
  return createHash('sha256').update(`unique:${number}`).digest('hex').slice(0, 32);
}

function imageName(cardType: string): string {
  return cardType.toLowerCase().replaceAll(' ', '_');
}
