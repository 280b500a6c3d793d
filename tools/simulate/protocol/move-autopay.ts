import { mayMoveAutopay } from '@kvitt/domain/autopay/may-move-autopay';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { Ctx } from '../world.ts';

/** As packages/flows/src/autopay/move-autopay.ts, to its end: from the commit on nothing of the account is charged by itself. */
export function* moveAutopay(ctx: Ctx, accountId: string): Flow<void> {
  yield* transaction(() => endMandate(ctx, accountId));
}

/** The same within the caller's transaction. */
export function endMandate(ctx: Ctx, accountId: string): void {
  const { store, diary } = ctx;
  const mandate = store.mandates.get(accountId);
  if (!mandate || !mayMoveAutopay(mandate.state, 'off')) return;
  store.update(mandate, { state: 'off' });
  for (const charge of store.charges.values())
    if (charge.accountId === accountId && charge.state === 'queued')
      store.update(charge, { state: 'skipped' });
  diary.mandates.push({ what: 'ended', accountId });
}
