import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { tellTimeline } from '@kvitt/domain/invoice/timeline/tell-timeline';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { noteView } from '@kvitt/flows/session/note-view';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld();

async function timelineOf(invoiceId: string, audience: 'customer' | 'staff' = 'customer') {
  const facts = await listBillFacts(stage.world.ctx.em.fork(), stage.billerId, invoiceId);
  return tellTimeline(facts, { language: 'en', currency: 'USD', audience }).map(({ words }) => words);
}

it('tells of a bill what was sent, looked at and paid, in the order in which it happened', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  await world.pass(1_000);
  await cindy.announce();
  await world.pass(20_000);
  const link = await world.ctx.em.fork().findOneOrFail(PortalLink, { billerId, invoiceId });
  for (let n = 0; n < 3; n++) {
    await inTransaction(world.ctx, (tx) => noteView(tx, { billerId, invoiceId, linkId: link.id }));
    await world.pass(1_000);
  }
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const tail = cindy.phone.slice(-2);
  expect(await timelineOf(invoiceId)).toEqual([
    'Bill of $84.20 issued',
    `Sent by text to the phone ending ${tail}`,
    `Text delivered to the phone ending ${tail}`,
    'Bill opened from the text',
    'Bill viewed',
    'Paid $84.20 with Visa 1881',
  ]);
});

it('tells the customer that a bill was lowered, and its own people alone what was given up', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  const about = { billerId, invoiceId, by: 'Ada Lindgren', reason: 'read too high' };
  for (const [kind, amountMinor] of [
    ['credit-note', 1000],
    ['write-off', 7420],
  ] as const) {
    const adjustmentId = world.ctx.ids.next();
    await world.pass(1_000);
    await inTransaction(world.ctx, (tx) => adjustInvoice(tx, { ...about, adjustmentId, kind, amountMinor }));
  }
  expect(await timelineOf(invoiceId)).toEqual(['Bill of $84.20 issued', 'Bill lowered by $10.00']);
  expect(await timelineOf(invoiceId, 'staff')).toContain('$74.20 written off');
});
