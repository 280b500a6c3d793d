import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { addPerson } from '@kvitt/testing/people';
import { codeIn, linkIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

describe('PAY', () => {
  it('asks with amount, card and code, charges on YES with the code, and answers with a receipt', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await announceBills(world.ctx, { billerId });
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/^Acme: Cindy, your bill of \$84\.20 is due Fri, Nov 27\./);

    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: Pay \$84\.20 for bill .* with Visa \.\.1881\? Reply YES \d\d/);
    expect(await cindy.sales()).toEqual([]);

    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: Paid \$84\.20 on Fri, Nov 20 with Visa \.\.\d{4}, ref \w{7}\. Left to pay: \$0\.00/,
    );
    expect((await cindy.sales()).map(({ amount, status }) => ({ amount, status }))).toEqual([
      { amount: '84.20', status: 'submitted_for_settlement' },
    ]);
    expect(cindy.texts()).toHaveLength(3);
  });

  it('without a card on file gives the link to the bill, and charges nothing', async () => {
    const cindy = await addPerson(stage.world, stage.billerId, { card: null });
    await cindy.issue(8420);
    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: No card is saved for your bill of \$84\.20\. Pay it here: http/);
    const { bill } = viewOf(await visitPage(linkIn(cindy.lastText())), 'bill');
    expect(bill.amountDue).toEqual({ minor: 8420, currency: 'USD' });
    expect(await cindy.sales()).toEqual([]);
  });

  it('says that nothing is due where nothing is', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: You have nothing to pay now\./);
  });

  it('answers in Spanish where the customer’s language is Spanish, and takes SI with the code', async () => {
    const luz = await addPerson(stage.world, stage.billerId, { firstName: 'Luz', language: 'es' });
    await luz.issue(8420);
    await luz.says('pagar');
    expect(luz.lastText()).toMatch(/^Acme: .*Pagar \$84\.20 de la factura .*Responda SI \d\d/);
    await luz.says(`si ${codeIn(luz.lastText())}`);
    expect(luz.lastText()).toMatch(/^Acme: Recibimos \$84\.20 el /);
  });

  it('pays the next bill after the first, each with a code and a receipt of its own', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    for (const minor of [1_00, 2_50]) {
      await cindy.issue(minor);
      await cindy.says('PAY');
      await cindy.says(`YES ${codeIn(cindy.lastText())}`);
      await stage.world.pass(20_000);
    }
    const receipts = cindy.texts().filter(({ text }) => text.startsWith('Acme: Paid'));
    expect(receipts).toHaveLength(2);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['1.00', '2.50']);
  });
});

describe('a declined card', () => {
  it('is answered with the reason, politely, and with a link', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    // The gateway's test amounts of 2001 dollars and some cents stand for a card without enough money.
    await cindy.issue(2001_00);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: \$2,001\.00 was not charged\. Not enough money on Visa \.\.1881\. Reply PAY to try again or pay here: http/,
    );
    expect(await cindy.sales()).toMatchObject([{ amount: '2001.00', status: 'processor_declined' }]);
  });

  it('leaves the bill open: another card on the page pays it, once', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await forgetCard(cindy.accountId);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: \$84\.20 was not charged\. Visa \.\.1881 is no longer saved with us/,
    );

    const paid = await payOnLink(linkIn(cindy.lastText()), { nonce: 'fake-valid-mastercard-nonce' });
    await world.pass(2_000);
    expect(viewOf(await visitPage(paid.location), 'settled').receipt).toMatchObject({
      amount: { minor: 8420, currency: 'USD' },
      card: { brand: 'Mastercard', last4: '4444' },
      remaining: { minor: 0 },
    });
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20 on Fri, Nov 20 with Mastercard \.\.4444/);
    expect(await cindy.sales()).toMatchObject([{ amount: '84.20', status: 'submitted_for_settlement' }]);
  });
});

/** The card is gone at the gateway, which is how a charge is turned down whatever the amount. */
async function forgetCard(accountId: string): Promise<void> {
  const { world } = stage;
  const method = await world.ctx.em.fork().findOneOrFail(PaymentMethod, { accountId });
  await world.ctx.payments.deleteMethod(method.vaultToken);
}
