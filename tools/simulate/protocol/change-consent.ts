import type { ConsentAct } from '@kvitt/domain/consent/consent';
import { stepConsent } from '@kvitt/domain/consent/step-consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import type { Ctx } from '../world.ts';

/** As packages/flows/src/consent/change-consent.ts, within the caller's transaction; here there is the service alone. */
export function changeConsent(ctx: Ctx, phone: string, act: ConsentAct): void {
  const { store } = ctx;
  const known = store.consents.get(phone);
  const before = known?.state;
  const channel = act === 'granted' ? 'web' : 'text';
  const answer = stepConsent({ act, purpose: 'service', channel, state: before, serviceState: before });
  if (answer.kind === 'refused' || answer.state === undefined) return;
  const row = { phone, state: answer.state, since: ctx.now() };
  if (known) store.update(known, row);
  else store.insert(store.consents, phone, row);
  if (answer.state !== 'revoked') return;
  store.insert(store.stops, ctx.nextId(), { phone, at: row.since });
  for (const text of store.outbox()) {
    if (text.phone === phone && text.state === 'queued' && !STOP_CONFIRMATIONS.includes(text.template)) {
      store.update(text, { state: 'cancelled', reason: 'CONSENT_REVOKED' });
    }
  }
}
