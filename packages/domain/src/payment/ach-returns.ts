/**
 * What a return of the ACH network means for us. `retry` there was no money: it may be tried again, twice at most, for the
 * same amount, within 180 days · `other-account` this account can never be debited, another one can · `authority-over` its
 * owner says that we may not: it is never debited again without a new mandate · `ours` we, or the bank, made a mistake: a
 * person looks, and nothing is tried by itself.
 */
export type AchConsequence = 'retry' | 'other-account' | 'authority-over' | 'ours';

export interface AchReturn {
  consequence: AchConsequence;
  /** In short, in the network's own terms. */
  says: string;
  /** Counted against the network's limit of half a percent of unauthorised returns. */
  isUnauthorised?: true;
}

/** The return codes of debits, R01 to R29, and those beyond that a biller of consumers meets. Source: the Nacha Operating Rules. */
export const ACH_RETURNS: Readonly<Record<string, AchReturn>> = {
  R01: { consequence: 'retry', says: 'insufficient funds' },
  R02: { consequence: 'other-account', says: 'account closed' },
  R03: { consequence: 'other-account', says: 'no such account' },
  R04: { consequence: 'other-account', says: 'account number invalid' },
  R05: { consequence: 'authority-over', says: 'consumer account debited as a company', isUnauthorised: true },
  R06: { consequence: 'ours', says: 'returned at the request of our own bank' },
  R07: { consequence: 'authority-over', says: 'authorisation revoked', isUnauthorised: true },
  R08: { consequence: 'authority-over', says: 'payment stopped' },
  R09: { consequence: 'retry', says: 'uncollected funds' },
  R10: { consequence: 'authority-over', says: 'not authorised', isUnauthorised: true },
  R11: { consequence: 'authority-over', says: 'not as authorised', isUnauthorised: true },
  R12: { consequence: 'other-account', says: 'branch sold to another bank' },
  R13: { consequence: 'other-account', says: 'bank cannot be reached' },
  R14: { consequence: 'authority-over', says: 'representative payee deceased or unable' },
  R15: { consequence: 'authority-over', says: 'account holder deceased' },
  R16: { consequence: 'other-account', says: 'account frozen' },
  R17: { consequence: 'other-account', says: 'entry cannot be posted, or is questionable' },
  R18: { consequence: 'ours', says: 'effective date improper' },
  R19: { consequence: 'ours', says: 'amount field in error' },
  R20: { consequence: 'other-account', says: 'account takes no debits' },
  R21: { consequence: 'ours', says: 'company identification invalid' },
  R22: { consequence: 'ours', says: 'individual id number invalid' },
  R23: { consequence: 'ours', says: 'credit refused by its receiver' },
  R24: { consequence: 'ours', says: 'duplicate entry' },
  R25: { consequence: 'ours', says: 'addenda in error' },
  R26: { consequence: 'ours', says: 'mandatory field in error' },
  R27: { consequence: 'ours', says: 'trace number in error' },
  R28: { consequence: 'ours', says: 'routing number in error' },
  R29: { consequence: 'authority-over', says: 'not authorised by a company', isUnauthorised: true },
  R31: { consequence: 'ours', says: 'returned late, with our bank’s leave' },
  R33: { consequence: 'ours', says: 'returned as a check’s image' },
  R51: { consequence: 'authority-over', says: 'represented check ineligible', isUnauthorised: true },
};

/** Of a code that is not in the table nothing is assumed: a person looks at it, and nothing is tried by itself. */
export function readAchReturn(code: string | null | undefined): AchReturn {
  return (Object.hasOwn(ACH_RETURNS, code ?? '') && ACH_RETURNS[code ?? '']) || UNHEARD_OF;
}

const UNHEARD_OF: AchReturn = { consequence: 'ours', says: 'no code of the network’s' };
