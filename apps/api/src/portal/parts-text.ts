import type { AgreedPart } from '@kvitt/domain/payment/payment-part';

const PART = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9]\d{0,11})(p?)$/;

/** What is paid towards which bill, as forms and addresses carry it: "{bill}:8420,{bill}:1000p", `p` for a part of it. */
export function writeParts(parts: readonly AgreedPart[]): string {
  return parts.map((part) => `${part.invoiceId}:${part.amountMinor}${part.isPartial ? 'p' : ''}`).join(',');
}

/** The parts as they were carried; undefined where it is not what we wrote. */
export function readParts(text: string): AgreedPart[] | undefined {
  const read = text.split(',').map((one) => PART.exec(one));
  if (read.length > 50 || read.some((match) => match === null)) return undefined;
  const parts = read.map((match) => ({
    invoiceId: match?.[1] ?? '',
    amountMinor: Number(match?.[2]),
    isPartial: match?.[3] === 'p',
  }));
  const isEachOnce = new Set(parts.map(({ invoiceId }) => invoiceId)).size === parts.length;
  return isEachOnce ? parts : undefined;
}
