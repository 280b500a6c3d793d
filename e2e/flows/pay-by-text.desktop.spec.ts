import { expect, test } from '../app/test.ts';
import { openPhone } from '../steps/open-phone.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { takeShot } from '../steps/take-shot.ts';

const CINDY = '+12125550101';

test('a customer with a card on file answers PAY, then YES and the code, and has a receipt that the ledger knows', async ({
  page,
  app,
}) => {
  const phone = await openPhone(page, app, CINDY);
  await phone.wait('Reply PAY to pay with Visa');
  await phone.tap('PAY');

  const question = await phone.wait(/Reply YES \d+ within/);
  const [, code] = /Reply (YES \d+)/.exec(await question.innerText()) ?? [];
  await takeShot(page, 'handset-desktop-light-question');
  // The quick reply is the code that stands in the bubble: one tap is the whole answer.
  await phone.tap(code ?? 'no code in the question');

  const receipt = await phone.wait(/Paid \$84\.20 .* ref /);
  await takeShot(page, 'handset-desktop-light-receipt');
  await expect(phone.sent).toHaveText([/PAY$/, new RegExp(`${code}$`)]);
  const [, reference] = /ref (\w{7})/.exec(await receipt.innerText()) ?? [];

  const ledger = await runKvitt(app, 'ledger', 'verify', '--json');
  expect(ledger.code).toBe(0);
  const shown = await runKvitt(app, 'pay', 'show', reference ?? '', '--json');
  expect(shown.code).toBe(0);
  expect(JSON.stringify(shown.answer)).toContain('8420');
});
