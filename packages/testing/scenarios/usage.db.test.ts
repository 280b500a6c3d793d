import { money } from '@kvitt/domain/money/money';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addLinked } from '@kvitt/testing/add-linked';
import { openProved } from '@kvitt/testing/open-proved';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

describe('what was used', () => {
  const issue = (accountId: string, number: string, issuedOn: string, units: number, supersedesId?: string) =>
    inTransaction(stage.world.ctx, (tx) =>
      issueInvoice(tx, {
        billerId: stage.billerId,
        accountId,
        number,
        description: 'Electricity',
        total: money(units * 20 + 500, 'USD'),
        issuedOn,
        dueOn: '2026-12-20',
        lines: [
          { description: 'Energy', quantityMilli: units * 1_000, unitMilli: 20_000, taxRateMilli: 0 },
          { description: 'Basic fee', quantityMilli: 1_000, unitMilli: 500_000, taxRateMilli: 0 },
        ],
        ...(supersedesId && { supersedesId }),
      }),
    );

  it('stands on the bill beside earlier ones, those that were replaced left out, for nobody with a link alone', async () => {
    const { cindy, link } = await addLinked(stage.world, stage.billerId);
    const browser = await openProved(link);
    const { accountId } = cindy;
    await issue(accountId, 'U-1', '2026-09-20', 400);
    const wrong = await issue(accountId, 'U-2', '2026-10-20', 999);
    await issue(accountId, 'U-3', '2026-10-21', 300, wrong.invoiceId);
    const last = await issue(accountId, 'U-4', '2026-11-20', 450);
    const url = await inTransaction(stage.world.ctx, (tx) =>
      makeLink(tx, { billerId: stage.billerId, invoiceId: last.invoiceId }),
    );
    const shown = async (cookie: string) =>
      viewOf(await visitPage(url, { headers: { cookie } }), 'bill').bill.usage;
    expect(await shown(browser.cookie())).toEqual([
      {
        description: 'Energy',
        bills: [
          { on: '2026-09-20', quantityMilli: 400_000 },
          { on: '2026-10-21', quantityMilli: 300_000 },
          { on: '2026-11-20', quantityMilli: 450_000 },
        ],
        changePercent: 50,
      },
    ]);
    expect(await shown('')).toBeUndefined();
    expect(
      viewOf(await visitPage(link, { headers: { cookie: browser.cookie() } }), 'bill').bill.usage,
    ).toBeUndefined();
  });
});
