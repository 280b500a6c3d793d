import type { CardFeeTerms } from '@kvitt/domain/payment/card-fee';

/** A card fee as it stands in its form: words that somebody is still typing. */
export interface CardFeeDraft {
  kind: 'off' | CardFeeTerms['kind'];
  /** Percent, with two decimals at the most. */
  percent: string;
  cost: string;
  /** `YYYY-MM-DD`. */
  announcedOn: string;
  /** In the biller's currency, with two decimals at the most. */
  fee: string;
}

export function draftOf(terms: CardFeeTerms | null): CardFeeDraft {
  const empty = { percent: '', cost: '', announcedOn: '', fee: '' };
  if (!terms) return { kind: 'off', ...empty };
  if (terms.kind === 'convenience') return { ...empty, kind: 'convenience', fee: spell(terms.feeMinor) };
  const { bp, costBp, announcedOn } = terms;
  return { ...empty, kind: 'surcharge', percent: spell(bp), cost: spell(costBp), announcedOn };
}

/** The terms that a form stands for; undefined while something is missing or cannot be read. */
export function readDraft({
  kind,
  percent,
  cost,
  announcedOn,
  fee,
}: CardFeeDraft): CardFeeTerms | null | undefined {
  if (kind === 'off') return null;
  if (kind === 'convenience') {
    const feeMinor = read(fee);
    return feeMinor === undefined ? undefined : { kind, feeMinor };
  }
  const bp = read(percent);
  const costBp = read(cost);
  if (bp === undefined || costBp === undefined || announcedOn === '') return undefined;
  return { kind, bp, costBp, announcedOn };
}

/** A hundredth is one: cents of an amount, basis points of a percentage. */
function read(words: string): number | undefined {
  const typed = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*$/.exec(words);
  const hundredths = typed ? Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0')) : 0;
  return hundredths > 0 ? hundredths : undefined;
}

function spell(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}
