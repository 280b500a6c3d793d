import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { countScore } from '@kvitt/db/incentive/count-score';
import { loadFlagFacts } from '@kvitt/db/incentive/load-flag-facts';
import type { ConsentAct, ConsentScope } from '@kvitt/domain/consent/consent';
import { BURST_MS } from '@kvitt/domain/incentive/find-flags';
import { LockMode } from '@mikro-orm/postgresql';
import { rewardPaperless } from '../credit/reward-paperless.ts';
import { awardBonus } from '../incentive/award-bonus.ts';
import { awardFollowUp } from '../incentive/award-follow-up.ts';
import { clawBack } from '../incentive/claw-back.ts';
import { raiseFlags } from '../incentive/raise-flags.ts';
import type { TxCtx } from '../kit/context.ts';
import { noteJoin } from './note-join.ts';
import { textCallLink } from './text-call-link.ts';

const NO_REASONS = { declined: 'handset-no', expired: 'handset-silent', revoked: 'stopped' } as const;

/**
 * Takes note of what a phone's consent has become, in the transaction in which it did: the handset's YES makes an
 * enrollment count, its NO, its silence or its STOP end it. Nothing else can. Doing without paper is rewarded, also where
 * nobody enrolled it.
 */
export async function noteHandset(
  tx: TxCtx,
  change: { billerId: string; phoneId: string; act: ConsentAct; purpose: ConsentScope },
): Promise<void> {
  const { billerId, phoneId, act, purpose } = change;
  if (purpose === 'paperless' && (act === 'granted' || act === 'confirmed')) {
    await rewardPaperless(tx, { billerId, phoneId });
    return awardFollowUp(tx, { billerId, phoneId, kind: 'paperless' });
  }
  if (act === 'released') return flagWrong(tx, billerId, phoneId);
  if (purpose !== 'service' && purpose !== 'all') return;
  if (act === 'confirmed') {
    await noteJoin(tx, billerId, phoneId);
    return confirm(tx, billerId, phoneId);
  }
  if (act !== 'declined' && act !== 'expired' && act !== 'revoked') return;
  const calls = await findCalls(tx, billerId, phoneId);
  for (const call of calls) {
    if (call.confirmedAt) {
      if (act !== 'revoked' || call.stoppedAt) continue;
      call.stoppedAt = tx.clock.now();
      await clawBack(tx, call);
      await raiseFlags(tx, call, {
        stoppedAfterMs: call.stoppedAt.getTime() - call.confirmedAt.getTime(),
      });
    } else if (call.askedAt && !call.reason && (call.state === 'calling' || call.state === 'pending')) {
      call.reason = NO_REASONS[act];
      if (call.state === 'pending') call.state = 'declined';
    }
  }
  await tx.em.flush();
}

async function confirm(tx: TxCtx, billerId: string, phoneId: string): Promise<void> {
  const asked = (call: Enrollment) =>
    call.askedAt && !call.confirmedAt && !call.reason && ['calling', 'pending'].includes(call.state);
  const call = (await findCalls(tx, billerId, phoneId)).find(asked);
  if (!call) return;
  call.confirmedAt = tx.clock.now();
  if (call.state === 'pending') call.state = 'confirmed';
  await tx.em.flush();
  const { billerId: owner, agentId, confirmedAt } = call;
  await countScore(tx.em, { billerId: owner, agentId, at: confirmedAt }, { enrollments: 1 });
  await awardBonus(tx, call, 'text');
  await raiseFlags(tx, call, await loadFlagFacts(tx.em, { ...call, confirmedAt }, BURST_MS));
  if (call.cardWantedAt) await textCallLink(tx, call, 'card');
  if (call.isPaperless) await textCallLink(tx, call, 'paperless');
}

/** Whoever has the phone says that it is not our customer's: their STOP has taken the bonus back, and this says why. */
async function flagWrong(tx: TxCtx, billerId: string, phoneId: string): Promise<void> {
  const calls = (await findCalls(tx, billerId, phoneId)).filter(({ confirmedAt }) => confirmedAt);
  for (const call of calls) await raiseFlags(tx, call, { isWrongNumber: true });
}

function findCalls(tx: TxCtx, billerId: string, phoneId: string): Promise<Enrollment[]> {
  return tx.em.find(
    Enrollment,
    { billerId, phoneId, askedAt: { $ne: null } },
    { orderBy: { startedAt: 'desc' }, limit: 50, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
