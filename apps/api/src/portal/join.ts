import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { JOIN_SOURCES, type JoinSource } from '@kvitt/db/enrollment/web-join.entity';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { askToJoin, JOIN_WORDING } from '@kvitt/flows/enrollment/ask-to-join';
import { confirmJoin } from '@kvitt/flows/enrollment/confirm-join';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import type { JoinView } from './join-view.ts';
import { chooseLanguage, showPage, type Visit } from './visit.ts';
import { witness } from './witness.ts';

/** What the form sends: POST `/join/{biller}`. */
const FORM = z.object({
  phone: z.string().trim().min(1).max(40),
  accountNumber: z.string().trim().min(1).max(60),
  postalCode: z.string().trim().min(1).max(12),
  source: z.enum(JOIN_SOURCES).catch('page'),
  agree: z.literal('on'),
});

/** What the second one sends: POST `/join/{biller}/code`. */
const CODE = z.object({
  joinId: z.uuid(),
  phoneTail: z.string().regex(/^\d{2}$/),
  code: z.string().max(20),
});

type JoinStep = Extract<JoinView, { kind: 'join' }>;

/** The page for who wants bills by text: `/join/{biller}`, and `?from=statement` or `?from=button` says what led there. */
export async function showJoin(visit: Visit): Promise<Response> {
  const biller = await findBiller(visit);
  if (!biller) return showPage(visit, { kind: 'unknown-link' }, 404);
  return showStep(visit, biller, { source: readSource(visit.c.req.query('from')) });
}

/** Asks the handset, and shows where to type the code. */
export async function join(visit: Visit): Promise<Response> {
  const biller = await findBiller(visit);
  if (!biller) return showPage(visit, { kind: 'unknown-link' }, 404);
  const { c, ctx, limits } = visit;
  const wait = await limits.countProof(c);
  if (wait !== undefined) return slowDown(visit, biller, wait);
  const given = await readForm(c);
  const typed = readTyped(given);
  const form = FORM.safeParse(given);
  if (!form.success) {
    return showStep(visit, biller, { typed, source: readSource(given.source), problem: 'NOT_AGREED' });
  }
  const { agree: _, ...order } = form.data;
  const evidence = { url: `/join/${biller.slug}`, ...witness(visit) };
  const answer = await inTransaction(ctx, (tx) => askToJoin(tx, { billerId: biller.id, ...order, evidence }));
  if (answer.kind === 'refused') {
    return showStep(visit, biller, { typed, source: order.source, problem: answer.refusal });
  }
  const { joinId, phoneTail, waitsUntil } = answer;
  const waits = waitsUntil && { waitsUntilIso: waitsUntil.toISOString() };
  return showPage(visit, { kind: 'join-code', joinId, phoneTail, ...waits }, 200, biller);
}

/** Takes the code of the text. */
export async function confirmJoinByCode(visit: Visit): Promise<Response> {
  const biller = await findBiller(visit);
  if (!biller) return showPage(visit, { kind: 'unknown-link' }, 404);
  const wait = await visit.limits.countProof(visit.c);
  if (wait !== undefined) return slowDown(visit, biller, wait);
  const form = CODE.safeParse(await readForm(visit.c));
  if (!form.success) return showStep(visit, biller, {});
  const { phoneTail, ...order } = form.data;
  const answer = await inTransaction(visit.ctx, (tx) => confirmJoin(tx, { billerId: biller.id, ...order }));
  if (answer.kind === 'joined') return showPage(visit, { kind: 'joined' }, 200, biller);
  const problem =
    answer.refusal === 'WRONG_CODE'
      ? { kind: 'wrong' as const, triesLeft: answer.triesLeft }
      : { kind: 'over' as const };
  return showPage(visit, { kind: 'join-code', joinId: order.joinId, phoneTail, problem }, 422, biller);
}

async function findBiller({ c, ctx }: Visit): Promise<Biller | undefined> {
  return (await ctx.em.findOne(Biller, { slug: c.req.param('biller') ?? '' })) ?? undefined;
}

async function showStep(visit: Visit, biller: Biller, step: Partial<JoinStep>): Promise<Response> {
  const said = findWording(JOIN_WORDING, {
    channel: 'web',
    language: chooseLanguage(visit.c, undefined),
    brand: biller.name,
  });
  const sender = await visit.ctx.em.findOne(Sender, { billerId: biller.id }, { orderBy: { number: 'asc' } });
  const view: JoinStep = {
    typed: { phone: '', accountNumber: '', postalCode: '' },
    source: 'page',
    ...step,
    kind: 'join',
    words: said?.words ?? '',
    ourNumber: sender?.number ?? '',
  };
  return showPage(visit, view, step.problem ? 422 : 200, biller);
}

function slowDown(visit: Visit, biller: Biller, retryAfterSeconds: number): Promise<Response> {
  visit.c.header('Retry-After', String(retryAfterSeconds));
  return showPage(visit, { kind: 'slow-down', retryAfterSeconds }, 429, biller);
}

function readTyped(given: Record<string, string | string[]>): JoinStep['typed'] {
  const read = (name: string, most: number) => {
    const value = given[name];
    return typeof value === 'string' ? value.trim().slice(0, most) : '';
  };
  return {
    phone: read('phone', 40),
    accountNumber: read('accountNumber', 60),
    postalCode: read('postalCode', 12),
  };
}

function readSource(text: unknown): JoinSource {
  return JOIN_SOURCES.find((one) => one === text) ?? 'page';
}
