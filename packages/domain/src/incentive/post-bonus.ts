/**
 * The accounts of the bonus ledger. `cost` is the biller's; the others are one agent's. `owed-back` is what was paid out and
 * is to be given back: it is netted against what is paid out next.
 */
export type BonusAccount = 'cost' | 'pending' | 'vested' | 'approved' | 'exported' | 'owed-back';

/** How a bonus stands. */
export type BonusState = 'pending' | 'vested' | 'approved' | 'exported' | 'clawed-back' | 'rejected';

export type BonusAct =
  /** The handset has confirmed. */
  | 'earned'
  /** The first bill was delivered, and there was no STOP for as long as the plan says. */
  | 'vested'
  | 'approved'
  | 'exported'
  /** The customer said STOP, or the enrollment turned out to be none. */
  | 'clawed-back'
  | 'rejected'
  /** An appeal was upheld: the manager who was wrong to reject it approves it with that. */
  | 'restored';

/** One line of an entry; positive debits, negative credits. */
export interface BonusPosting {
  account: BonusAccount;
  minor: number;
}

export type BonusAnswer =
  | { kind: 'posted'; state: BonusState; postings: readonly BonusPosting[] }
  | { kind: 'refused'; refusal: 'NOT_IN_THIS_STATE' };

const BEFORE: Record<Exclude<BonusAct, 'clawed-back' | 'rejected' | 'restored'>, BonusState | undefined> = {
  earned: undefined,
  vested: 'pending',
  approved: 'vested',
  exported: 'approved',
};

/**
 * What an act does to a bonus, as an entry that sums to nothing. A bonus goes one way, from pending to exported; what was
 * not paid out yet is taken back from where it lies, what was is owed back.
 * @param state how the bonus stands; undefined where there is none yet
 */
export function postBonus(state: BonusState | undefined, act: BonusAct, minor: number): BonusAnswer {
  if (act === 'earned') {
    return state === undefined ? moved('pending', 'cost', 'pending', minor) : NO;
  }
  if (act === 'clawed-back') {
    if (state === 'exported') return moved('clawed-back', 'owed-back', 'cost', minor);
    if (state === 'pending' || state === 'vested' || state === 'approved') {
      return moved('clawed-back', state, 'cost', minor);
    }
    return NO;
  }
  if (act === 'rejected') {
    return state === 'pending' || state === 'vested' ? moved('rejected', state, 'cost', minor) : NO;
  }
  if (act === 'restored') return state === 'rejected' ? moved('approved', 'cost', 'approved', minor) : NO;
  const before = BEFORE[act];
  return before !== undefined && state === before && before !== 'clawed-back' && before !== 'rejected'
    ? moved(act, before, act, minor)
    : NO;
}

const NO: BonusAnswer = { kind: 'refused', refusal: 'NOT_IN_THIS_STATE' };

/** What an agent has is a credit to their account, so a bonus leaves one by a debit. */
function moved(state: BonusState, from: BonusAccount, to: BonusAccount, minor: number): BonusAnswer {
  return {
    kind: 'posted',
    state,
    postings: [
      { account: from, minor },
      { account: to, minor: -minor },
    ],
  };
}
