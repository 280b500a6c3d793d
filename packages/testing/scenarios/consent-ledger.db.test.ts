import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { ConsentSeal } from '@kvitt/db/consent/consent-seal.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { changeConsent } from '@kvitt/flows/consent/change-consent';
import { exportLedger } from '@kvitt/flows/consent/export-ledger';
import { proveText } from '@kvitt/flows/consent/prove-text';
import { verifyExport } from '@kvitt/flows/consent/verify-export';
import { verifyProof } from '@kvitt/flows/consent/verify-proof';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addBiller, addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const em = () => stage.world.ctx.em.fork();
const publicKey = () => stage.world.ctx.consentSigner?.publicKey;

async function phoneIdOf({ accountId }: Person): Promise<string> {
  return (await em().findOneOrFail(AccountPhone, { accountId })).phoneId;
}

async function exported(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLedger(stage.world.ctx, stage.billerId)) lines.push(line);
  return lines;
}

async function faultsOf(lines: readonly string[]): Promise<string[]> {
  async function* each() {
    yield* lines;
  }
  const { faults } = await verifyExport(each(), publicKey());
  return faults.map(({ kind, seq }) => `${kind} ${seq}`);
}

describe('the consent ledger', () => {
  it('chains every act to the one before, and is sealed by the worker', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { hasPastDueConsent: false });
    await cindy.says('please stop texting me');
    await cindy.says('START');
    const phoneId = await phoneIdOf(cindy);
    const events = await em().find(ConsentEvent, { billerId, phoneId }, { orderBy: { seq: 'asc' } });
    expect(events.map(({ act, purpose }) => [act, purpose])).toEqual([
      ['granted', 'service'],
      ['revoked', 'all'],
      ['restored', 'service'],
    ]);
    const all = await em().find(ConsentEvent, { billerId }, { orderBy: { seq: 'asc' } });
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, at) => at + 1));
    expect(all.slice(1).map(({ prevHash }) => prevHash)).toEqual(all.slice(0, -1).map(({ hash }) => hash));
    const [seal] = await em().find(ConsentSeal, { billerId }, { orderBy: { seq: 'desc' }, limit: 1 });
    expect(seal).toMatchObject({ seq: all.length, hash: all.at(-1)?.hash });
  });

  it('can be handed out whole: the export is verified by itself and says nothing of anyone', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { firstName: 'Cindy', hasPastDueConsent: false });
    await cindy.says('stop texting me, my name is Rumpelstiltskin');
    const lines = await exported();
    expect(await faultsOf(lines)).toEqual([]);
    expect(lines.join()).not.toContain(cindy.phone);
    expect(lines.join()).not.toContain('Rumpelstiltskin');
    expect(await faultsOf(lines.toSpliced(2, 1))).toEqual(['removed 2']);
  });

  it('gives every act its own place where many come at once', async () => {
    const { world } = stage;
    const { billerId } = await addBiller(world, { slug: 'many', name: 'Many', number: '14150000009' });
    const people = await Promise.all(
      Array.from({ length: 8 }, () => addPerson(world, billerId, { card: null, hasPastDueConsent: false })),
    );
    const phones = await Promise.all(people.map(phoneIdOf));
    await Promise.all(
      phones.map((phoneId) =>
        inTransaction(world.ctx, (tx) =>
          changeConsent(tx, {
            billerId,
            phoneId,
            act: 'revoked',
            purpose: 'all',
            channel: 'oral',
            wording: 'stop',
            actor: 'customer',
          }),
        ),
      ),
    );
    const events = await em().find(ConsentEvent, { billerId }, { orderBy: { seq: 'asc' } });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  });

  it('is not changed, not by hand either', async () => {
    await addPerson(stage.world, stage.billerId, { hasPastDueConsent: false });
    const change = em().execute(`update consent_event set act = 'granted'`);
    await expect(change).rejects.toThrow(/append-only/);
    await expect(em().execute('delete from consent_seal')).rejects.toThrow(/append-only/);
  });

  it('is found to be changed where somebody got past that, and is not sealed any further', async () => {
    const { world } = stage;
    const { billerId } = await addBiller(world, { slug: 'broken', name: 'Broken', number: '14150000008' });
    await addPerson(world, billerId, { card: null, hasPastDueConsent: false });
    const wording = (to: string) => `alter table consent_event disable trigger consent_event_append_only;
      update consent_event set wording = '${to}' where biller_id = '${billerId}';
      alter table consent_event enable trigger consent_event_append_only`;
    const { wording: before } = await em().findOneOrFail(ConsentEvent, { billerId });
    await em().execute(wording('I agree to everything.'));
    expect(await world.findBroken()).toMatchObject([
      { check: 'the-consent-ledger-is-whole', rows: [{ billerId, kind: 'changed', seq: 1 }] },
    ]);
    await world.settle();
    expect(await em().count(ConsentSeal, { billerId })).toBe(0);
    await em().execute(wording(before));
  });

  it('refuses what the rules do not allow, and records nothing', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { hasPastDueConsent: false });
    await cindy.says('please stop texting me');
    const phoneId = await phoneIdOf(cindy);
    const before = await em().count(ConsentEvent, { billerId });
    const by = { billerId, phoneId, wording: 'I agree.', actor: 'customer' } as const;
    const answers = await inTransaction(world.ctx, async (tx) => [
      await changeConsent(tx, { ...by, act: 'granted', channel: 'web' }),
      await changeConsent(tx, { ...by, act: 'restored', channel: 'oral' }),
      await changeConsent(tx, { ...by, act: 'granted', purpose: 'marketing', channel: 'oral' }),
    ]);
    expect(answers).toEqual([
      { kind: 'refused', refusal: 'CONSENT_REVOKED' },
      { kind: 'refused', refusal: 'HANDSET_ONLY' },
      { kind: 'refused', refusal: 'WRITING_NEEDED' },
    ]);
    expect(await em().count(ConsentEvent, { billerId })).toBe(before);
  });
});

describe('the proof of a text', () => {
  it('holds without a database, and shows the consent up to the sending and no further', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { hasPastDueConsent: false });
    await cindy.issue(8420);
    await cindy.announce();
    await world.pass(5_000);
    await cindy.says('please stop texting me');
    const phoneId = await phoneIdOf(cindy);
    const bill = await em().findOneOrFail(Message, { phoneId, template: 'bill-ready' });
    const proof = await proveText(world.ctx, bill.id);
    if (!proof) throw new Error('no proof');
    expect(proof.phone.e164).toBe(`+${cindy.phone}`);
    expect(proof.events.map(({ entry }) => [entry.act, entry.purpose])).toEqual([['granted', 'service']]);
    expect(verifyProof(proof, publicKey())).toEqual([]);
  });

  it('does not hold for another number, in other words, or under another key', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { hasPastDueConsent: false });
    await cindy.says('HELLO');
    const phoneId = await phoneIdOf(cindy);
    const answer = await em().findOneOrFail(Message, { phoneId, direction: 'out' });
    const proof = await proveText(world.ctx, answer.id);
    if (!proof?.events[0]) throw new Error('no proof');
    const [event] = proof.events;
    const other = { ...proof, phone: { ...proof.phone, e164: '+12125550000' } };
    expect(verifyProof(other, publicKey())).toMatchObject([{ kind: 'phone' }]);
    const said = { ...event, details: { ...event.details, wording: 'I agree to everything.' } };
    expect(verifyProof({ ...proof, events: [said] }, publicKey())).toMatchObject([{ kind: 'details' }]);
    expect(verifyProof(proof, 'another')).toMatchObject([{ kind: 'seal' }]);
    const granted = { ...event, entry: { ...event.entry, act: 'confirmed' as const } };
    expect(verifyProof({ ...proof, events: [granted] }, publicKey())).toMatchObject([{ kind: 'changed' }]);
  });
});
