import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { Template } from '@kvitt/db/message/template.entity';
import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { costTemplate } from '@kvitt/flows/message/cost-template';
import { saveTemplate } from '@kvitt/flows/message/save-template';
import { setNameSpelling } from '@kvitt/flows/message/set-name-spelling';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const OURS =
  '{firstName}, your bill of {amount} is due {dueDate}. {withStop, select, yes {Reply STOP to opt out.} other {}} ' +
  '{link, select, none {} other {See it: {link}}}';

const THEIRS = OURS.replace(
  'your bill of {amount} is due {dueDate}',
  '{amount} for your water is due {dueDate}',
);

async function save(wording: string | null) {
  const { ctx } = stage.world;
  const { billerId } = stage;
  return saveTemplate(ctx, { billerId, name: 'bill-ready', language: 'en', wording, savedBy: 'Ada' });
}

/** What somebody who is new is told of their bill. */
async function announcedWords(): Promise<string> {
  const person = await addPerson(stage.world, stage.billerId);
  const invoiceId = await person.issue(8_420);
  await announceBills(stage.world.ctx, { billerId: stage.billerId });
  const text = await stage.world.ctx.em.fork().findOneOrFail(Message, { invoiceId, direction: 'out' });
  return text.body;
}

describe('a wording of the biller’s own', () => {
  it('is what customers read from the next text on, until it goes back to ours', async () => {
    expect(await announcedWords()).toContain('your bill');
    const first = await save(THEIRS);
    expect(first.kind).toBe('saved');
    expect(await announcedWords()).toContain('$84.20 for your water is due');
    await save(THEIRS.replace('your water', 'the water'));
    expect(await announcedWords()).toContain('$84.20 for the water is due');
    await save(null);
    expect(await announcedWords()).toContain('your bill');
  });

  it('does not save without all that a bill must say, and changes nothing then', async () => {
    const before = await stage.world.ctx.em.fork().count(Template, { billerId: stage.billerId });
    const answer = await save(THEIRS.replace('{amount}', 'Money'));
    expect(answer).toMatchObject({ kind: 'refused', findings: [{ code: 'MISSING_PART' }] });
    expect(await stage.world.ctx.em.fork().count(Template, { billerId: stage.billerId })).toBe(before);
  });

  it('keeps every version that ever stood', async () => {
    await save(THEIRS);
    const em = stage.world.ctx.em.fork();
    await expect(em.nativeUpdate(Template, { billerId: stage.billerId }, { wording: 'x' })).rejects.toThrow(
      'append-only',
    );
  });

  it('lets one of two that save at once know of the other', async () => {
    const answers = await Promise.all([save(THEIRS), save(OURS)]);
    const kinds = answers.map(({ kind }) => kind).sort();
    expect(['saved,saved', 'saved,saved-meanwhile']).toContain(kinds.join());
    const versions = answers.flatMap((answer) => (answer.kind === 'saved' ? [answer.version] : []));
    expect(new Set(versions).size).toBe(versions.length);
    await save(null);
  });
});

describe('the cost of a text over the biller’s real customers', () => {
  /** Somebody whose name no GSM letter spells, with a bill. */
  async function addZoe(): Promise<void> {
    const { ctx } = stage.world;
    const person = await addPerson(stage.world, stage.billerId);
    await person.issue(8_420);
    const em = ctx.em.fork();
    const { customerId } = await em.findOneOrFail(Account, {
      billerId: stage.billerId,
      id: person.accountId,
    });
    await em.nativeUpdate(Customer, { billerId: stage.billerId, id: customerId }, { firstName: 'Zoë' });
  }

  async function cost() {
    const { ctx } = stage.world;
    const biller = await ctx.em.fork().findOneOrFail(Biller, stage.billerId);
    return costTemplate(ctx, { biller, name: 'due-tomorrow', prices: ASSUMED_PRICES, samples: 2 });
  }

  it('counts everybody who may be texted, and names whose letters double it', async () => {
    await addPerson(stage.world, stage.billerId);
    const before = await cost();
    await addZoe();
    const after = await cost();
    expect(after.recipients).toBe(before.recipients + 1);
    expect(after.names).toEqual([expect.objectContaining({ name: 'Zoë', letters: ['ë'], recipients: 1 })]);
    expect(after.spelt.parts).toBeLessThan(after.parts);
    expect(after.micros - after.spelt.micros).toBe((after.parts - after.spelt.parts) * 8_500);
    expect(Object.values(after.byParts).reduce((sum, count) => sum + count, 0)).toBe(after.recipients);
    expect(after.samples.length).toBe(2);
  });

  it('writes names in plain letters only where the biller chose that', async () => {
    const { ctx } = stage.world;
    const { billerId } = stage;
    await addZoe();
    await setNameSpelling(ctx, { billerId, isNameSpelt: true, savedBy: 'Ada' });
    await announceBills(ctx, { billerId });
    const texts = await ctx.em.fork().find(Message, { billerId, body: { $like: '%Zo_,%' } });
    expect(texts.map(({ body }) => /Zo./.exec(body)?.[0])).toContain('Zoe');
    await setNameSpelling(ctx, { billerId, isNameSpelt: false, savedBy: 'Ada' });
  });
});
