import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { money } from '@kvitt/domain/money/money';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { startPayment } from '@kvitt/flows/payment/start-payment';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Somebody with a bill of 84.20 that is due first, and one of 15.80. */
async function addTwoBills(): Promise<{ cindy: Person; first: string; second: string }> {
  const cindy = await addPerson(stage.world, stage.billerId);
  return { cindy, first: await cindy.issue(8420), second: await cindy.issue(1580, '2026-12-04') };
}

const due = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);
const amounts = async (cindy: Person) => (await cindy.sales()).map(({ amount }) => amount);
const LIST =
  /^Acme: 1: \$84\.20, Fri, Nov 27\. 2: \$15\.80, Fri, Dec 4\. Reply the number of the bill to pay, or ALL for \$100\.00\.$/;

describe('several open bills', () => {
  it.each(['PAY', 'PAY NOW', 'BILLS', 'PAY 1 2'])('are listed with their numbers: %s', async (text) => {
    const { cindy } = await addTwoBills();
    await cindy.says(text);
    expect(cindy.lastText()).toMatch(LIST);
    expect(await cindy.sales()).toEqual([]);
  });

  it.each([
    ['2', '15.80'],
    ['1', '84.20'],
    ['PAY 2', '15.80'],
    ['ALL', '100.00'],
    ['1 and 2', '100.00'],
  ])('are chosen from by %s, and charged by the code: %s', async (answer, amount) => {
    const { cindy, first, second } = await addTwoBills();
    await cindy.says('PAY');
    await cindy.says(answer);
    expect(cindy.lastText()).toContain(`Pay $${amount} for bill`);
    expect(await cindy.sales()).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await amounts(cindy)).toEqual([amount]);
    expect((await due(first)) + (await due(second))).toBe(10_000 - Number(amount) * 100);
    expect(cindy.lastText()).toContain(`Paid $${amount}`);
  });

  it('are paid with PAY ALL and one code, in one charge, which a text that comes twice does not repeat', async () => {
    const { cindy, first, second } = await addTwoBills();
    await cindy.says('PAY ALL');
    const yes = `YES ${codeIn(cindy.lastText())}`;
    await cindy.says(yes);
    await cindy.says(yes);
    expect(await amounts(cindy)).toEqual(['100.00']);
    expect([await due(first), await due(second)]).toEqual([0, 0]);
  });

  it('are chosen from for ten minutes: then a number brings the list again', async () => {
    const { cindy } = await addTwoBills();
    await cindy.says('PAY');
    await stage.world.pass(11 * 60_000, 60_000);
    await cindy.says('2');
    expect(cindy.lastText()).toMatch(LIST);
    // Past the time in which the same words are one text that came twice.
    await stage.world.pass(20_000, 5_000);
    await cindy.says('2');
    expect(cindy.lastText()).toContain('Pay $15.80');
  });

  it('keep their numbers on the list when one of them is paid meanwhile', async () => {
    const { cindy } = await addTwoBills();
    await cindy.says('PAY');
    await cindy.says('1');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await cindy.says('2');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await amounts(cindy)).toEqual(['84.20', '15.80']);
  });

  it('are asked about anew where one of them owes another amount by the time of the YES', async () => {
    const { cindy, first } = await addTwoBills();
    const { world, billerId } = stage;
    await cindy.says('PAY ALL');
    const yes = `YES ${codeIn(cindy.lastText())}`;
    const settled = postSettledOutside({ id: first, totalMinor: 420, currency: 'USD' });
    await inTransaction(world.ctx, (tx) => postEntry(tx, billerId, settled));
    await cindy.says(yes);
    expect(cindy.lastText()).toMatch(/^Acme: Your bill or card has changed\. Pay \$95\.80 for bills/);
    expect(await cindy.sales()).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await amounts(cindy)).toEqual(['95.80']);
  });

  it('are not charged where the amount changes between the YES and the charge: what was stated is asked anew', async () => {
    const { cindy, first, second } = await addTwoBills();
    const { world, billerId } = stage;
    const parts = [
      { invoiceId: first, amountMinor: 8420, isPartial: false },
      { invoiceId: second, amountMinor: 1480, isPartial: false },
    ];
    const paymentId = world.ctx.ids.next();
    const answer = await inTransaction(world.ctx, (tx) =>
      startPayment(tx, { billerId, paymentId, parts, agreed: money(9900, 'USD'), channel: 'text' }),
    );
    expect(answer).toEqual({ kind: 'refused', refusal: 'amount-changed' });
    expect(await cindy.sales()).toEqual([]);
  });

  it('of a household are each charged to the card of their own account', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const bob = await addPerson(world, billerId, { card: 'fake-valid-mastercard-nonce' });
    await cindy.issue(8420);
    await bob.issue(1580, '2026-12-04');
    await bob.serveAlso(cindy);
    await cindy.says('PAY');
    await cindy.says('2');
    expect(cindy.lastText()).toMatch(/Pay \$15\.80 for bill .* with Mastercard/);
    await cindy.says('1');
    expect(cindy.lastText()).toMatch(/Pay \$84\.20 for bill .* with Visa/);
  });
});

describe('a figure', () => {
  it('where nothing was listed is words like any other: a person reads it, and nothing is asked or charged', async () => {
    const { cindy } = await addTwoBills();
    await cindy.says('2');
    expect(cindy.lastText()).toMatch(/^Acme: We got your text\. A person will read it/);
    expect(await cindy.sales()).toEqual([]);
  });
});

describe('an amount behind PAY', () => {
  it('is a part: asked about, charged by its code, and the rest stays due', async () => {
    const cindy = await addPerson(stage.world, stage.billerId, { isOneReplyOn: true });
    const bill = await cindy.issue(8420);
    await cindy.says('PAY 50');
    expect(cindy.lastText()).toMatch(
      /^Acme: Pay \$50\.00 of the \$84\.20 due on bill .* Reply YES \d\d within 10 minutes\.$/,
    );
    expect(await cindy.sales()).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await amounts(cindy)).toEqual(['50.00']);
    expect(await due(bill)).toBe(3420);
    expect(cindy.lastText()).toMatch(/Left to pay: \$34\.20/);
  });

  it.each(['PAY 999', 'PAY 5', 'PAY 0', 'PAY €50', 'PAY 9999999999999999'])(
    'that cannot be taken is answered with what can: %s',
    async (text) => {
      const cindy = await addPerson(stage.world, stage.billerId);
      await cindy.issue(8420);
      await cindy.says(text);
      expect(cindy.lastText()).toMatch(
        /^Acme: (Nothing was charged\. We can take from \$10\.00 to \$84\.20|We removed a card number|We got your text)/,
      );
      expect(await cindy.sales()).toEqual([]);
    },
  );

  it('that is all that is due is the bill itself', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await cindy.says('PAY $84.20');
    expect(cindy.lastText()).toMatch(/^Acme: Pay \$84\.20 for bill/);
  });

  it('is asked about anew where less is due by the time of the answer', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const id = await cindy.issue(8420);
    await cindy.says('PAY 50');
    const code = codeIn(cindy.lastText());
    const { world, billerId } = stage;
    const settled = postSettledOutside({ id, totalMinor: 5000, currency: 'USD' });
    await inTransaction(world.ctx, (tx) => postEntry(tx, billerId, settled));
    await cindy.says(`YES ${code}`);
    expect(cindy.lastText()).toMatch(/^Acme: Your bill or card has changed\. Pay \$34\.20/);
    expect(await cindy.sales()).toEqual([]);
  });
});
