import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { openPhone } from '../steps/open-phone.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { takeShot } from '../steps/take-shot.ts';

test('a day goes by at a press, for phone, page and command line alike, and what falls due in it is texted', async ({
  page,
  app,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Tove' });
  await billPayers(beside, [payer], { minor: 4310 });
  const phone = await openPhone(page, app, payer.phone);
  await phone.wait('$43.10');
  await billPayers(beside, [payer], { minor: 1990, isLeftToMorning: true });
  const before = await runKvitt(app, 'clock', '--json');

  await page.getByRole('button', { name: /Carrier and clock/ }).click();
  const clock = page.getByRole('region', { name: 'Clock' });
  await clock.getByRole('button', { name: '+1 day' }).click();
  await expect(clock.getByRole('status')).toHaveText(/texts? went out meanwhile/, { timeout: 60_000 });
  await phone.wait('2 bills');
  await takeShot(page, 'handset-desktop-light-a-day-later');

  const after = await runKvitt(app, 'clock', '--json');
  const passedMs = aheadOf(after.answer) - aheadOf(before.answer);
  expect(passedMs).toBeGreaterThanOrEqual(86_400_000 - 60_000);
  const sandbox = await (await fetch(`${app.handset}/sandbox/clock`)).json();
  const { now } = after.answer as { now: string };
  expect(Math.abs(sandbox.now - Date.parse(now))).toBeLessThan(10_000);
  await expect(clock).toContainText('ahead');
});

test('the reminders of a bill come to the phone as its days go by', async ({ page, app, beside }) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer], { minor: 6620, dueInDays: 9 });
  const phone = await openPhone(page, app, payer.phone);
  await phone.wait('your bill of $66.20');
  // Seven days before the due date, or on the last business day before that.
  await runKvitt(app, 'clock', '+3d', '--json');
  await phone.wait(/\$66\.20 for bill \d+ is due in \d+ days/);
  await runKvitt(app, 'clock', '+6d', '--json');
  await phone.wait(/\$66\.20 for bill \d+ is due (tomorrow|today)/);
});

test('time does not go back', async ({ app }) => {
  await expect(runKvitt(app, 'clock', '-1h', '--json')).rejects.toThrow(
    /ended with 1 .*Time goes forward only/s,
  );
});

function aheadOf(answer: unknown): number {
  return (answer as { aheadMs: number }).aheadMs;
}
