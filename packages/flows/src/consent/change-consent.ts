import { Consent } from '@kvitt/db/consent/consent.entity';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { lockLedger } from '@kvitt/db/consent/lock-ledger';
import { Message } from '@kvitt/db/message/message.entity';
import {
  CONSENT_PURPOSES,
  type ConsentAct,
  type ConsentChannel,
  type ConsentScope,
  type ConsentStanding,
} from '@kvitt/domain/consent/consent';
import { foldConsent } from '@kvitt/domain/consent/fold-consent';
import type { ConsentRefusal } from '@kvitt/domain/consent/step-consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import { sql } from 'kysely';
import { noteHandset } from '../enrollment/note-handset.ts';
import type { TxCtx } from '../kit/context.ts';
import { appendEvents } from './append-events.ts';

export interface ConsentChange {
  billerId: string;
  phoneId: string;
  act: ConsentAct;
  /** What it is about; `service` where absent. */
  purpose?: ConsentScope;
  channel: ConsentChannel;
  /** The words that were agreed to, or said. */
  wording: string;
  /** Which of our wordings that is, as `key@version`. */
  wordingKey?: string;
  actor: string;
  messageId?: string;
  /** What else bears witness: `callId`, `ipHash`, `userAgentHash`, `url` … Never a number or a name in the clear. */
  evidence?: Record<string, string | number>;
  /** When the customer's words came, where they are worked on later: a STOP of since then outweighs them. */
  heardAt?: Date;
}

export type ConsentChangeAnswer =
  | { kind: 'changed'; eventId: string; standing: ConsentStanding; cancelled: number }
  | { kind: 'refused'; refusal: ConsentRefusal | 'STOPPED_SINCE' };

/**
 * Records what happened to a phone's consent and how it stands now, within the caller's transaction: an entry of the
 * biller's ledger, chained to the one before. What the rules of `step-consent` do not allow is refused and not recorded. A
 * STOP, which is a revocation of `all`, takes every queued text of the phone away in the same transaction, so that
 * nothing slips out between the two; so does one of the service.
 */
export async function changeConsent(tx: TxCtx, change: ConsentChange): Promise<ConsentChangeAnswer> {
  const { billerId, phoneId, act, channel } = change;
  const purpose = change.purpose ?? 'service';
  const head = await lockLedger(tx.em, billerId);
  if (change.heardAt && (await hasStoppedSince(tx, change, change.heardAt))) {
    return { kind: 'refused', refusal: 'STOPPED_SINCE' };
  }
  const before = await findStanding(tx.em, billerId, phoneId);
  const answer = foldConsent(before, { act, purpose, channel });
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer.refusal };
  const { standing } = answer;

  const eventId = tx.ids.next();
  await appendEvents(tx, billerId, head, [
    {
      id: eventId,
      phone: await findPhone(tx, billerId, phoneId),
      act,
      purpose,
      channel,
      wordingKey: change.wordingKey ?? null,
      details: {
        wording: change.wording,
        actor: change.actor,
        messageId: change.messageId ?? null,
        evidence: change.evidence ?? {},
      },
    },
  ]);
  if (act !== 'released') await keepStanding(tx, change, standing, eventId);
  await noteHandset(tx, { billerId, phoneId, act, purpose });
  const isStop = act === 'revoked' && (purpose === 'all' || purpose === 'service');
  return {
    kind: 'changed',
    eventId,
    standing,
    cancelled: isStop ? await cancelQueued(tx, billerId, phoneId) : 0,
  };
}

/** A START that is answered late must not undo a STOP that came after it and was acknowledged meanwhile. */
async function hasStoppedSince(tx: TxCtx, change: ConsentChange, heardAt: Date): Promise<boolean> {
  const { billerId, phoneId } = change;
  const stop = await tx.em.findOne(
    Consent,
    { billerId, phoneId, purpose: 'service', state: 'revoked', since: { $gte: heardAt } },
    { refresh: true },
  );
  return stop !== null;
}

async function findPhone(
  tx: TxCtx,
  billerId: string,
  id: string,
): Promise<{ id: string; e164: string; salt: string }> {
  const { rows } = await sql<{ id: string; e164: string; salt: string }>`
    select id, e164, consent_salt as salt from phone where biller_id = ${billerId} and id = ${id}`.execute(
    tx.em.getKysely(),
  );
  const [phone] = rows;
  if (!phone) throw new Error(`there is no phone ${id}`);
  return phone;
}

/** A purpose that has no state any more has no row: what was never agreed to and what ran out look the same. */
async function keepStanding(
  tx: TxCtx,
  { billerId, phoneId, purpose = 'service' }: ConsentChange,
  standing: ConsentStanding,
  eventId: string,
): Promise<void> {
  const since = tx.clock.now();
  const touched = purpose === 'all' ? CONSENT_PURPOSES : [purpose];
  const rows = touched.flatMap((one) => {
    const state = standing[one];
    return state === undefined ? [] : [{ billerId, phoneId, purpose: one, state, since, eventId }];
  });
  if (rows.length > 0) {
    await tx.em.upsertMany(Consent, rows, { onConflictFields: ['billerId', 'phoneId', 'purpose'] });
  }
  const ended = touched.filter((one) => standing[one] === undefined);
  if (ended.length > 0) await tx.em.nativeDelete(Consent, { billerId, phoneId, purpose: { $in: ended } });
}

async function cancelQueued(tx: TxCtx, billerId: string, phoneId: string): Promise<number> {
  return tx.em.nativeUpdate(
    Message,
    { billerId, phoneId, state: { $in: ['queued', 'held'] }, template: { $nin: [...STOP_CONFIRMATIONS] } },
    { state: 'cancelled', reason: 'CONSENT_REVOKED' },
  );
}
