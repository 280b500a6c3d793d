import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn, linkIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink } from '@kvitt/testing/visit-page';
import { describe, expect, it, vi } from 'vitest';

const stage = useWorld();

/** Somebody who owes 84.20 dollars, has said PAY, and has the question with its code. */
async function askCindy(): Promise<{ cindy: Person; code: string; invoiceId: string }> {
  const cindy = await addPerson(stage.world, stage.billerId);
  const invoiceId = await cindy.issue(8420);
  await cindy.says('PAY');
  const code = codeIn(cindy.lastText());
  expect(code).toMatch(/^\d\d$/);
  return { cindy, code, invoiceId };
}

const otherThan = (code: string) => (code === '10' ? '11' : '10');

describe('the question that PAY leads to', () => {
  it('is ended by NO: nothing is charged, and its code is worth nothing any more', async () => {
    const { cindy, code } = await askCindy();
    await cindy.says('NO');
    expect(cindy.lastText()).toMatch(/^Acme: Nothing was charged\. Your bill is still open: http/);
    await cindy.says(`YES ${code}`);
    expect(cindy.lastText()).toMatch(/^Acme: We have no open question for you, so nothing was charged\./);
    expect(await cindy.sales()).toEqual([]);
  });

  it('is asked anew with another code after a wrong one, and the old code is worth nothing', async () => {
    const { cindy, code } = await askCindy();
    await cindy.says(`YES ${otherThan(code)}`);
    expect(cindy.lastText()).toMatch(/^Acme: We need the right code to pay\. Pay \$84\.20/);
    const next = codeIn(cindy.lastText());
    expect(next).not.toBe(code);
    await cindy.says(`YES ${code}`);
    expect(await cindy.sales()).toEqual([]);
    // Nor is it the one just said: said again within moments, it would be one text that came twice.
    expect([code, next]).not.toContain(codeIn(cindy.lastText()));
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('is not answered by a bare YES', async () => {
    const { cindy } = await askCindy();
    await cindy.says('YES');
    expect(cindy.lastText()).toMatch(/^Acme: We need the right code to pay\./);
    await cindy.says('yes please');
    expect(await cindy.sales()).toEqual([]);
  });

  it('expires after ten minutes: the right code then leads to a new question, not to a charge', async () => {
    const { cindy, code } = await askCindy();
    await stage.world.pass(11 * 60_000, 30_000);
    await cindy.says(`YES ${code}`);
    expect(cindy.lastText()).toMatch(/^Acme: That code has expired\. Pay \$84\.20/);
    expect(await cindy.sales()).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
  });

  it('charges nothing where the bill was paid on the page meanwhile: the receipt comes again', async () => {
    const { world } = stage;
    const { cindy, code } = await askCindy();
    await cindy.says('NO');
    const link = linkIn(cindy.lastText());
    await world.pass(20_000);
    await cindy.says('PAY');
    const second = codeIn(cindy.lastText());
    await payOnLink(link, { nonce: 'fake-valid-mastercard-nonce' });
    await world.pass(2_000);
    for (const given of [second, code]) await cindy.says(`YES ${given}`);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20 .* with Mastercard/);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
  });

  it('charges nothing where the amount has changed meanwhile: the new amount is asked about', async () => {
    const { world, billerId } = stage;
    const { cindy, code, invoiceId } = await askCindy();
    await inTransaction(world.ctx, (tx) =>
      postEntry(tx, billerId, postSettledOutside({ id: invoiceId, totalMinor: 5000, currency: 'USD' })),
    );
    await cindy.says(`YES ${code}`);
    expect(cindy.lastText()).toMatch(/^Acme: Your bill or card has changed\. Pay \$34\.20/);
    expect(await cindy.sales()).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['34.20']);
  });

  it('pays the bill that it named and no other where another one has come meanwhile', async () => {
    const { cindy, code } = await askCindy();
    await cindy.issue(1000, '2026-11-25');
    await cindy.says(`YES ${code}`);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
    await cindy.says('BAL');
    expect(cindy.lastText()).toMatch(/^Acme: You have \$10\.00 to pay on 1 bill, due Wed, Nov 25\./);
  });
});

describe('the code of a question', () => {
  /** Dice that always fall on `code`, unless it may not be had. */
  function loadDice(code: string) {
    const fall = (...others: (string | undefined)[]) => (others.includes(code) ? otherThan(code) : code);
    return vi.spyOn(stage.world.ctx.ids, 'code').mockImplementation(fall);
  }

  it.each([
    ['PLAN', 'PAY'],
    ['AUTOPAY ON', 'PAY'],
    ['PAY', 'PLAN'],
    ['PAY', 'AUTOPAY ON'],
  ])(
    'after %s is another one where %s is asked: a YES to the first text agrees to nothing',
    async (first, next) => {
      const cindy = await addPerson(stage.world, stage.billerId);
      await cindy.issue(10_020);
      const dice = loadDice('47');
      try {
        await cindy.says(first);
        expect(codeIn(cindy.lastText())).toBe('47');
        await cindy.says(next);
        expect(codeIn(cindy.lastText())).toBe(otherThan('47'));
      } finally {
        dice.mockRestore();
      }
      await cindy.says('YES 47');
      expect(await cindy.sales()).toEqual([]);
    },
  );
});
