import { loadOwnData, OWN_DATA_ROOMS } from '@kvitt/db/customer/load-own-data';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { askToBeForgotten } from '@kvitt/flows/customer/ask-to-be-forgotten';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { readForm } from '../kit/read-form.ts';
import { listBills } from './account-view.ts';
import { readBrowser } from './browser-cookie.ts';
import { openRest } from './open-link.ts';
import type { OwnDataView } from './own-views.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** So many of the latest texts and consents are shown; the file has all of them. */
const SHOWN = 20;

/** What is held about the account, to read; and the way to have it forgotten. */
export async function showOwnData(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'own-data');
  if (opened.kind === 'answered') return opened.response;
  return render(visit, opened.target, undefined);
}

/** The same, complete, as a file for other programs: `/{token}/my-data.json`. */
export async function showMyData(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'own-data');
  if (opened.kind === 'answered') return opened.response;
  const { account } = opened.target;
  const data = await loadOwnData(visit.ctx.em, {
    billerId: account.billerId,
    accountId: account.id,
    hasPictures: true,
  });
  const madeAt = visit.ctx.clock.now().toISOString();
  return visit.c.body(JSON.stringify({ madeAt, ...data }, null, 2), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="my-data.json"',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** Takes the wish to be forgotten (POST `/{token}/own-data`: `agree`). */
export async function forgetMe(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'own-data');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = await readForm(visit.c);
  if (form.agree !== 'on') return render(visit, target, 'not-agreed');
  const { billerId, id: accountId } = target.account;
  const browserToken = readBrowser(visit.c) ?? '';
  await inTransaction(visit.ctx, (tx) => askToBeForgotten(tx, { billerId, accountId, browserToken }));
  // Pages and words that this browser keeps for when there is no connection go with it.
  visit.c.header('Clear-Site-Data', '"storage"');
  return leadTo(visit, '/own-data?done=1');
}

async function render(visit: Visit, target: LinkTarget, problem: OwnDataView['problem']): Promise<Response> {
  const { ctx, c } = visit;
  const { account, customer } = target;
  const { billerId, id: accountId } = account;
  const data = await loadOwnData(ctx.em, { billerId, accountId, hasPictures: false });
  const { open } = await listBills(ctx, target);
  const asked = await ctx.em.fork().findOne(WorkItem, { billerId, kind: 'erasure', subject: accountId });
  const view: OwnDataView = {
    person: {
      name: `${customer.firstName} ${customer.lastName}`,
      number: account.number,
      ...(customer.postalCode && { postalCode: customer.postalCode }),
      ...(customer.dateOfBirth && { dateOfBirth: customer.dateOfBirth }),
    },
    rooms: OWN_DATA_ROOMS.map((room) => ({ room, count: data[room].length })),
    texts: data.texts.slice(-SHOWN).map(({ created_at, direction, body }) => ({
      at: toIso(created_at),
      isOurs: direction === 'out',
      body: String(body),
    })),
    consents: data.consents.slice(-SHOWN).map(({ at, wording }) => ({
      at: toIso(at),
      words: String(wording),
    })),
    hasOpenBills: open.length > 0,
    ...(asked && { askedAt: asked.openedAt.toISOString() }),
    isDone: c.req.query('done') === '1',
    ...(problem && { problem }),
  };
  return showView(visit, { kind: 'own-data', own: view }, problem ? 422 : 200, target);
}

function toIso(at: unknown): string {
  return new Date(String(at)).toISOString();
}
