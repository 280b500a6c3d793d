import { endSessions } from '@kvitt/flows/session/end-sessions';
import { stepUp } from '@kvitt/flows/session/step-up';
import { textStepUpCode } from '@kvitt/flows/session/text-step-up-code';
import { readForm } from '../kit/read-form.ts';
import { askForProof, proofOnFile, readNext, readWay } from './ask-for-proof.ts';
import { keepBrowser, readBrowser } from './browser-cookie.ts';
import { findOpened } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** Takes a proof (POST `/{token}/unlock`: `way`, `given`, `next`) and opens the account to this browser, or says what is wrong. */
export async function unlock(visit: Visit): Promise<Response> {
  const found = await findOpened(visit);
  if (found.kind === 'answered') return found.response;
  if (visit.isGuest) return leadTo(visit, '');
  const { c, ctx, limits } = visit;
  const { target } = found;
  // A browser that throws its cookie away is a new one each time: its address is not.
  const wait = await limits.countProof(c);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, target);
  }
  const form = await readForm(c);
  const next = readNext(form.next);
  const way = readWay(form.way);
  const given = typeof form.given === 'string' ? form.given.slice(0, 40) : '';
  const ask = { next, why: found.standing === 'aged' ? ('aged' as const) : ('rest' as const) };
  if (way === undefined || given.trim() === '') return askForProof(visit, target, ask);

  const { billerId, accountId } = target.invoice;
  const answer = await stepUp(ctx, {
    billerId,
    accountId,
    customer: proofOnFile(target.customer),
    way,
    given,
    browserToken: readBrowser(c),
  });
  keepBrowser(visit, answer.browserToken);
  if (answer.kind === 'open') return leadTo(visit, next && `/${next}`);
  const problem =
    answer.kind === 'wrong'
      ? { kind: 'wrong' as const, triesLeft: answer.triesLeft }
      : { kind: 'locked' as const, untilIso: new Date(answer.untilMs).toISOString() };
  return askForProof(visit, target, { ...ask, way, isCodeSent: way === 'text-code', problem });
}

/** Texts a code to the phone on file (POST `/{token}/unlock/code`). */
export async function textUnlockCode(visit: Visit): Promise<Response> {
  const found = await findOpened(visit);
  if (found.kind === 'answered') return found.response;
  if (visit.isGuest) return leadTo(visit, '');
  const { target } = found;
  const form = await readForm(visit.c);
  const answer = await textStepUpCode(visit.ctx, target);
  return askForProof(visit, target, {
    next: readNext(form.next),
    why: found.standing === 'aged' ? 'aged' : 'rest',
    way: 'text-code',
    isCodeSent: answer.kind === 'sent' || answer.refusal === 'too-soon',
    ...(answer.kind === 'refused' && { problem: { kind: answer.refusal } }),
  });
}

/** Closes this browser to every account (POST `/{token}/lock`). */
export async function lock(visit: Visit): Promise<Response> {
  const held = readBrowser(visit.c);
  if (held !== undefined) await endSessions(visit.ctx, held);
  // What this browser has kept of the account goes with it.
  visit.c.header('Clear-Site-Data', '"storage"');
  return leadTo(visit, '');
}
