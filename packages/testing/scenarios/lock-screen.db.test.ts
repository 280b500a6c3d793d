import { Message } from '@kvitt/db/message/message.entity';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import type { LockScreen } from '@kvitt/domain/message/templates/fits-lock-screen';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import {
  TEMPLATE_KINDS,
  TEMPLATE_NAMES,
  type TemplateName,
} from '@kvitt/domain/message/templates/template-vars';
import { loadWriter, type Writer } from '@kvitt/flows/message/load-writer';
import { setLockScreen } from '@kvitt/flows/message/set-lock-screen';
import { setNameSpelling } from '@kvitt/flows/message/set-name-spelling';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { afterEach, describe, expect, it } from 'vitest';

const stage = useWorld();
const OPEN: LockScreen = { info: 'L1', receipt: 'L1', past_due: 'L2' };

const choose = (levels: Partial<LockScreen>) =>
  setLockScreen(stage.world.ctx, { billerId: stage.billerId, levels, savedBy: 'Ada' });

afterEach(() => choose(OPEN));

function write<N extends TemplateName>(writer: Writer, name: N, language: Language): string[] {
  return sampleVars(name, language).map((vars) => writer<N>(name, language, vars, 'A-0099-1234567'));
}

const loaded = () => loadWriter({ em: stage.world.ctx.em.fork() }, stage.billerId);

/** Texts of these kinds that tell more than this. */
function above(category: keyof LockScreen, levels: readonly string[]): TemplateName[] {
  return TEMPLATE_NAMES.filter(
    (name) => TEMPLATE_KINDS[name].category === category && levels.includes(TEMPLATE_KINDS[name].level),
  );
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each([
    ['info', 'L0', ['L1', 'L2']],
    ['receipt', 'L0', ['L1', 'L2']],
    ['past_due', 'L0', ['L1', 'L2']],
    ['past_due', 'L1', ['L2']],
  ] as const)(
    '%s at %s shows no name, amount, date or card, and not that anything is late',
    async (category, level, hidden) => {
      const names = above(category, hidden);
      expect(names.length).toBeGreaterThan(0);
      await choose({ [category]: level });
      const writer = await loaded();
      for (const name of names) {
        for (const text of write(writer, name, language)) {
          expect(text).toContain('..4567');
          expect(text).not.toMatch(/Alexander|A-0099|Mastercard|128|1004423|2026|25/);
          expect(text).toMatch(/STOP/);
        }
      }
    },
  );

  it('what says no more than may be shown is as it was', async () => {
    const open = await loaded();
    const names = TEMPLATE_NAMES.filter((name) => {
      const { category, level } = TEMPLATE_KINDS[name];
      return level === 'L0' || !['info', 'receipt', 'past_due'].includes(category);
    });
    const before = names.map((name) => write(open, name, language));
    await choose({ info: 'L0', receipt: 'L0', past_due: 'L0' });
    const writer = await loaded();
    expect(names.map((name) => write(writer, name, language))).toEqual(before);
  });
});

it('takes no PAY alone for an amount that the text did not show', async () => {
  await choose({ info: 'L0' });
  const cindy = await addPerson(stage.world, stage.billerId, { isOneReplyOn: true });
  const invoiceId = await cindy.issue(8420);
  await cindy.announce();
  await stage.world.settle();
  const text = await stage.world.ctx.em.fork().findOneOrFail(Message, { invoiceId, direction: 'out' });
  expect(text).toMatchObject({ template: 'bill-ready' });
  expect(cindy.lastText()).not.toMatch(/84|Cindy/);
  await cindy.says('PAY');
  expect(await cindy.sales()).toEqual([]);
  expect(cindy.lastText()).toMatch(/Pay \$84\.20 .*Reply YES/);
});

it('is chosen apart from how names are spelt', async () => {
  const { ctx } = stage.world;
  const { billerId } = stage;
  await choose({ past_due: 'L0' });
  await setNameSpelling(ctx, { billerId, isNameSpelt: true, savedBy: 'Ada' });
  const [late] = write(await loaded(), 'overdue', 'en');
  expect(late).toMatch(/^\S.*: You have a message about account \.\.4567\. Reply STOP/);
  await setNameSpelling(ctx, { billerId, isNameSpelt: false, savedBy: 'Ada' });
});
