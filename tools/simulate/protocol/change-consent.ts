import type { ConsentAct } from '@kvitt/domain/consent/consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/may-text';
import { stateAfter } from '@kvitt/domain/consent/state-after';
import type { Ctx } from '../world.ts';

/** As packages/flows/src/consent/change-consent.ts, within the caller's transaction. */
export function changeConsent(ctx: Ctx, phone: string, act: ConsentAct): void {
  const { store } = ctx;
  const state = stateAfter(act);
  const row = { phone, state, since: ctx.now() };
  const known = store.consents.get(phone);
  if (known) store.update(known, row);
  else store.insert(store.consents, phone, row);
  if (state !== 'revoked') return;
  store.insert(store.stops, ctx.nextId(), { phone, at: row.since });
  for (const text of store.outbox()) {
    if (text.phone === phone && text.state === 'queued' && !STOP_CONFIRMATIONS.includes(text.template)) {
      store.update(text, { state: 'cancelled', reason: 'CONSENT_REVOKED' });
    }
  }
}
