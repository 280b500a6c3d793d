import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Act } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { transactionOf } from './find-transaction.ts';
import { writeTransaction } from './write-transaction.ts';

/** PUT /transactions/:id/hold_in_escrow */
export const holdInEscrow: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  const isSub = transaction && merchantAccountOf(gateway, transaction.merchantAccountId)?.isSub;
  const isOpen =
    transaction && ['authorized', 'submitted_for_settlement'].includes(transaction.status) && isSub;
  return isOpen || !transaction ? move('hold_pending', null)(gateway, call) : refused('91560')(gateway, call);
};

/** PUT /transactions/:id/release_from_escrow */
export const releaseFromEscrow: Act = move('release_pending', { from: 'held', otherwise: '91561' });

/** PUT /transactions/:id/cancel_release */
export const cancelRelease: Act = move('held', { from: 'release_pending', otherwise: '91562' });

/** PUT /transactions/:id/escrow: there only in the vendor's sandbox. */
export const escrowNow: Act = move('held', null);

/** Moves what is held back; `rule` says from where only, and the code of the refusal otherwise. */
function move(to: string, rule: { from: string; otherwise: string } | null): Act {
  return (gateway, call) => {
    const transaction = transactionOf(gateway, call);
    if (!transaction) return notFound();
    if (rule && escrowOf(transaction) !== rule.from) return refused(rule.otherwise)(gateway, call);
    transaction.extra = { ...transaction.extra, escrowStatus: to };
    return answer({ transaction: writeTransaction(gateway, transaction) });
  };
}

function refused(code: string): Act {
  return (_, call) => {
    const errors = collectErrors();
    errors.add(['transaction'], 'base', code);
    return errors.refuse(call.body);
  };
}

function escrowOf({ extra }: Transaction): string | null {
  return typeof extra.escrowStatus === 'string' ? extra.escrowStatus : null;
}
