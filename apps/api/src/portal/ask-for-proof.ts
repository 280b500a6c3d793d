import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findMisses } from '@kvitt/db/session/find-misses';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { findStepUpLock } from '@kvitt/domain/session/decide-step-up';
import { listStepUpWays, STEP_UP_WAYS, type StepUpWay } from '@kvitt/domain/session/step-up-ways';
import { readBrowser } from './browser-cookie.ts';
import { AFTER_STEP_UP, type AfterStepUp, type StepUpView } from './step-up-view.ts';
import { showView, type Visit } from './visit.ts';

export interface AskForProof {
  next: AfterStepUp;
  why: StepUpView['why'];
  way?: StepUpWay;
  isCodeSent?: boolean;
  problem?: NonNullable<StepUpView['problem']>;
}

/** Renders the step-up by the quickest way that is open, or by the one that was asked for. */
export async function askForProof(visit: Visit, target: LinkTarget, ask: AskForProof): Promise<Response> {
  const { customer, phone } = target;
  const locked = await findLocks(visit, target);
  const open = listStepUpWays({ ...proofOnFile(customer), hasPhone: phone !== undefined }).filter(
    (way) => !locked.has(way),
  );
  const wished = ask.way ?? readWay(visit.c.req.query('way'));
  const way = open.find((one) => one === wished) ?? open[0];
  const until = locked.get('postal-code') ?? locked.get('text-code');
  const problem =
    ask.problem ??
    (way === undefined && until ? { kind: 'locked' as const, untilIso: until.toISOString() } : undefined);
  const step: StepUpView = {
    why: ask.why,
    next: ask.next,
    way,
    others: open.filter((one) => one !== way),
    phoneTail: phone?.e164.slice(-2) ?? '',
    hasPasskey: await hasPasskey(visit, target),
    isCodeSent: ask.isCodeSent === true,
    ...(problem && { problem }),
  };
  return showView(visit, { kind: 'step-up', step }, ask.problem ? 422 : 200, target);
}

async function hasPasskey({ ctx }: Visit, { invoice }: LinkTarget): Promise<boolean> {
  const { billerId, accountId } = invoice;
  return (await ctx.em.fork().count(PortalPasskey, { billerId, accountId, removedAt: null })) > 0;
}

/** The ways that misses have locked, each with the instant at which it opens again. */
async function findLocks(visit: Visit, { invoice }: LinkTarget): Promise<Map<StepUpWay, Date>> {
  const { ctx, c } = visit;
  const browserHash = hashToken(readBrowser(c) ?? '');
  const misses = await findMisses(ctx.em, { ...invoice, browserHash }, ctx.clock.now());
  const locks = new Map<StepUpWay, Date>();
  for (const way of STEP_UP_WAYS) {
    const untilMs = findStepUpLock({ way, ...misses });
    if (untilMs !== undefined && untilMs > ctx.clock.now().getTime()) locks.set(way, new Date(untilMs));
  }
  return locks;
}

export function proofOnFile(customer: LinkTarget['customer']) {
  return { postalCode: customer.postalCode ?? null, dateOfBirth: customer.dateOfBirth ?? null };
}

/** Where to lead on to: only ever to a page of the same link. */
export function readNext(text: unknown): AfterStepUp {
  return AFTER_STEP_UP.find((one) => one === text) ?? '';
}

export function readWay(text: unknown): StepUpWay | undefined {
  return STEP_UP_WAYS.find((one) => one === text);
}
