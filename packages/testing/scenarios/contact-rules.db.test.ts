import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { ContactFlag } from '@kvitt/db/consent/contact-flag.entity';
import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { readClientRules } from '@kvitt/domain/consent/policy/read-client-rules';
import { addContactRules } from '@kvitt/flows/consent/add-contact-rules';
import { endContactFlag } from '@kvitt/flows/consent/end-contact-flag';
import { endContactRule } from '@kvitt/flows/consent/end-contact-rule';
import { setContactFlag } from '@kvitt/flows/consent/set-contact-flag';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { decideHeldText } from '@kvitt/flows/message/decide-held-text';
import { addPerson, type Person } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const HOUR_MS = 3_600_000;

async function billed(traits: { phone?: string } = {}): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, traits);
  await person.issue(8420);
  return person;
}

async function announced(person: Person) {
  await person.announce();
  await stage.world.pass(2_000);
  return textsOf(stage.world, person);
}

const add = (json: unknown, accountId?: string) =>
  inTransaction(stage.world.ctx, (tx) => {
    const reading = readClientRules(json, []);
    if (reading.kind === 'refused') throw new Error(reading.problems.join());
    const { rules } = reading;
    return addContactRules(tx, {
      billerId: stage.billerId,
      rules,
      by: 'ann',
      ...(accountId !== undefined && { accountId }),
    });
  });

const audited = async (act: string) =>
  stage.world.ctx.em.fork().count(AuditEvent, { billerId: stage.billerId, act, actor: 'ann' });

describe('a rule that is added', () => {
  it('narrows the hours of its account alone, until it is ended, and says who did both', async () => {
    const { world, billerId } = stage;
    const [own, other] = [await billed(), await billed()];
    await add({ windows: [{ id: 'EVENINGS', days: { '*': ['18:00', '20:00'] } }] }, own.accountId);
    await own.announce();
    await world.pass(2_000);
    expect(await textsOf(world, own)).toEqual([
      { template: 'bill-ready', state: 'queued', reason: 'WINDOW:EVENINGS' },
    ]);
    expect(other.texts()).toHaveLength(1);
    await world.pass(8 * HOUR_MS, HOUR_MS);
    expect(own.texts()).toHaveLength(1);
    const rule = await world.ctx.em.fork().findOneOrFail(ContactRule, { accountId: own.accountId });
    const end = () =>
      inTransaction(world.ctx, (tx) => endContactRule(tx, { billerId, id: rule.id, by: 'ann' }));
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect([await audited('contact-rule-added'), await audited('contact-rule-ended')]).toEqual([1, 1]);
    await world.pass(16 * HOUR_MS, HOUR_MS);
  });
});

describe('a flag', () => {
  it('of an account stops what comes unasked and lets answers through, until it is ended', async () => {
    const { world, billerId } = stage;
    const person = await billed();
    const of = { accountId: person.accountId };
    const flag = { billerId, of, code: 'bankruptcy', by: 'ann' } as const;
    const set = () => inTransaction(world.ctx, (tx) => setContactFlag(tx, flag));
    expect([await set(), await set()]).toEqual([true, false]);
    expect(await announced(person)).toEqual([
      { template: 'bill-ready', state: 'skipped', reason: 'BANKRUPTCY_STAY' },
    ]);
    await person.says('BAL');
    expect(person.lastText()).toContain('$84.20');
    expect(await inTransaction(world.ctx, (tx) => endContactFlag(tx, flag))).toBe(true);
    await person.issue(1000);
    expect((await announced(person)).at(-1)).toMatchObject({ reason: null });
  });

  it('of cease is set by the customer’s own words, and ended by their START', async () => {
    const { world } = stage;
    const person = await billed();
    await person.says('Stop contacting me about this debt');
    const flags = () => world.ctx.em.fork().find(ContactFlag, { accountId: person.accountId, code: 'cease' });
    expect(await flags()).toMatchObject([{ until: null, createdBy: 'customer' }]);
    await person.says('START');
    expect((await flags())[0]?.until).not.toBeNull();
    expect((await announced(person)).at(-1)).toMatchObject({ template: 'bill-ready', reason: null });
  });
});

describe('a text that the rules leave to a person', () => {
  it('goes when a person lets it, and does not when a person drops it', async () => {
    const { world, billerId } = stage;
    // Denmark: nobody has looked through its law.
    const [one, other] = [await billed({ phone: '4520123456' }), await billed({ phone: '4520123457' })];
    expect(await announced(one)).toEqual([{ template: 'bill-ready', state: 'held', reason: 'NO_RULE_DATA' }]);
    const held = await world.ctx.em
      .fork()
      .find(Message, { state: 'held', billerId }, { orderBy: { id: 'asc' } });
    expect(held).toHaveLength(2);
    const decide = (id: string, as: 'released' | 'dropped') =>
      inTransaction(world.ctx, (tx) => decideHeldText(tx, { billerId, id, as, by: 'ann' }));
    const [first, second] = held;
    expect(await decide(first?.id ?? '', 'released')).toBe('decided');
    expect(await decide(second?.id ?? '', 'dropped')).toBe('decided');
    expect(await decide(second?.id ?? '', 'released')).toBe('not-held');
    await world.pass(2_000);
    expect(one.texts().length + other.texts().length).toBe(1);
    expect(await textsOf(world, other)).toMatchObject([{ state: 'skipped', reason: 'DROPPED' }]);
  });

  it('stays unsent after its release where something denies it', async () => {
    const { world, billerId } = stage;
    const person = await billed({ phone: '4520123458' });
    await announced(person);
    const held = await world.ctx.em.fork().findOneOrFail(Message, { state: 'held', billerId });
    const of = { accountId: person.accountId };
    await inTransaction(world.ctx, (tx) => setContactFlag(tx, { billerId, of, code: 'attorney', by: 'ann' }));
    await inTransaction(world.ctx, (tx) =>
      decideHeldText(tx, { billerId, id: held.id, as: 'released', by: 'ann' }),
    );
    await world.pass(2_000);
    expect(person.texts()).toEqual([]);
  });

  it('may be one that waits for a possible STOP: released, it was none', async () => {
    const { world, billerId } = stage;
    const person = await addPerson(world, billerId);
    await person.says('Please cancel my Tuesday appointment');
    await person.issue(8420);
    expect(await announced(person)).toContainEqual({
      template: 'bill-ready',
      state: 'held',
      reason: 'AMBIGUOUS_OPT_OUT',
    });
    const held = await world.ctx.em.fork().findOneOrFail(Message, { state: 'held', billerId });
    await inTransaction(world.ctx, (tx) =>
      decideHeldText(tx, { billerId, id: held.id, as: 'released', by: 'ann' }),
    );
    await world.pass(2_000);
    expect(person.lastText()).toContain('your bill of $84.20');
  });
});
