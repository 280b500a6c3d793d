import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { sitDown } from '@kvitt/testing/console';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });

const fetchAs = (cookie: string, path: string, method = 'GET') =>
  fetch(`${stage.world.origin}/console${path}`, {
    method,
    headers: { cookie, origin: stage.world.origin },
  });

it('a bill is replaced from the console by managers, with a word on what is wrong with the new one', async () => {
  const { world, billerId } = stage;
  const manager = await sitDown(world, billerId, { role: 'manager' });
  const agent = await sitDown(world, billerId, { role: 'agent' });
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420, '2026-12-10');
  const replace = (bill: object) => ({ invoiceId, bill, reason: 'Read wrongly' });
  const lines = [{ description: 'Energy', price: '80', taxRate: '5' }];
  const good = replace({ number: 'REPLACED-1', lines });
  expect((await agent.act('invoice.replace', good)).status).toBe(403);
  const wrong = replace({ number: 'REPLACED-1', lines: [{ description: 'Energy', price: 'dear' }] });
  const refused = await manager.act('invoice.replace', wrong);
  expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('/lines/0/price')]);
  const done = await manager.act<{ invoiceId: string }>('invoice.replace', good);
  expect(done.data).toMatchObject({ kind: 'superseded', dueMinor: 8400 });
  expect((await agent.ask('invoice.open', { invoiceId })).data).toMatchObject({
    paper: { dueMinor: 0, changes: [{ kind: 'superseded', minor: -8420 }] },
  });
  expect((await agent.ask('invoice.open', { invoiceId: done.data.invoiceId })).data).toMatchObject({
    paper: { dueMinor: 8400, lines: [{ netMinor: 8000, taxMinor: 400 }] },
  });
});

it('papers are for their roles, and a dispute is answered with its paper', async () => {
  const { world, billerId } = stage;
  const manager = await sitDown(world, billerId, { role: 'manager' });
  const agent = await sitDown(world, billerId, { role: 'agent' });
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(8420);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const payment = await latestPayment(world, cindy.accountId);
  await fetch(`${world.braintree.origin}/sandbox/disputes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId: payment.vendorId }),
  });
  await world.pass(10_000, 5_000);
  const { id } = await world.ctx.em.fork().findOneOrFail(Dispute, { paymentId: payment.id });
  const typeOf = async (cookie: string, path: string) => {
    const answer = await fetchAs(cookie, path);
    return `${answer.status} ${answer.headers.get('content-type')?.split(';')[0]}`;
  };
  expect(await typeOf(agent.cookie, `/papers/bills/${invoiceId}.pdf`)).toBe('200 application/pdf');
  expect(await typeOf(agent.cookie, `/papers/receipts/${payment.id}.pdf`)).toBe('200 application/pdf');
  expect(await typeOf(agent.cookie, `/papers/disputes/${id}.pdf`)).toBe('403 application/json');
  expect(await typeOf(manager.cookie, `/papers/disputes/${id}.pdf`)).toBe('200 application/pdf');
  expect(await typeOf(manager.cookie, `/papers/disputes/${id}.json`)).toBe('200 application/json');
  expect(await typeOf(manager.cookie, `/papers/handover/${invoiceId}.pdf`)).toBe('200 application/pdf');
  expect(await typeOf('', `/papers/bills/${invoiceId}.pdf`)).toBe('401 application/json');
  expect((await fetchAs(agent.cookie, `/disputes/${id}/submit`, 'POST')).status).toBe(403);
  const submitted = await fetchAs(manager.cookie, `/disputes/${id}/submit`, 'POST');
  expect([submitted.status, await submitted.json()]).toEqual([200, { kind: 'answered' }]);
  expect((await world.ctx.em.fork().findOneOrFail(Dispute, { id })).state).toBe('answered');
});
