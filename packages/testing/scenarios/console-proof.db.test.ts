import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { verifyExport } from '@kvitt/flows/consent/verify-export';
import { verifyProof } from '@kvitt/flows/consent/verify-proof';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { download } from '@kvitt/testing/console-file';
import { addBiller, addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let cora: AtConsole;
let maria: AtConsole;
let other: AtConsole;
let sofia: Person;

beforeAll(async () => {
  const { world, billerId } = stage;
  cora = await sitDown(world, billerId, { name: 'Cora Keeper', role: 'compliance' });
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  const away = await addBiller(world, { slug: 'afar', number: '14150002002' });
  other = await sitDown(world, away.billerId, { name: 'Otto Other', role: 'compliance' });
  sofia = await addPerson(world, billerId, { firstName: 'Sofía' });
  await sofia.issue(4_250);
  await sofia.announce();
  await world.pass(5_000);
  await sofia.says('STOP');
  await world.settle();
});

interface Shown {
  e164: string;
  standing: Record<string, string>;
  events: { act: string; wording: string; isSealed: boolean }[];
  decisions: { messageId: string; isSame: boolean }[];
}

const em = () => stage.world.ctx.em.fork();
const file = (address: string, agent = cora) => download(stage.world, agent, `files/${address}`);
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split('\n');
}

async function findPhoneId(): Promise<string> {
  const found = await cora.ask<{ id: string }[]>('proof.find', { number: sofia.phone.slice(-7) });
  expect(found.data).toHaveLength(1);
  return found.data[0]?.id ?? '';
}

it('finds a phone, and tells what it agreed to, when it stopped, and why each text went', async () => {
  const { data } = await cora.ask<Shown>('proof.phone', { phoneId: await findPhoneId() });
  expect(data.standing).toMatchObject({ service: 'revoked' });
  expect(data.events[0]).toMatchObject({ act: 'revoked', wording: 'STOP', isSealed: true });
  expect(data.events.at(-1)).toMatchObject({ act: 'granted' });
  expect(data.decisions.length).toBeGreaterThan(0);
  expect(data.decisions.every(({ isSame }) => isSame)).toBe(true);
});

it('hands out proofs that hold without a database, and notes who took them', async () => {
  const phoneId = await findPhoneId();
  const { data: chain } = await cora.ask<{ seal: { publicKey: string; isGenuine: boolean } }>('proof.chain');
  expect(chain.seal.isGenuine).toBe(true);
  const key = chain.seal.publicKey;
  const phone = await file(`phones/${phoneId}.json`);
  expect(phone.name).toBe(`consent-${sofia.phone}.json`);
  const proof = JSON.parse(phone.body);
  expect([verifyProof(proof, key), proof.events.length > 1, proof.text]).toEqual([[], true, null]);
  proof.events[0].details.wording = 'something else';
  expect(verifyProof(proof, key).map(({ kind }) => kind)).toEqual(['details']);

  const { billerId } = stage;
  const text = await em().findOneOrFail(Message, {
    billerId,
    phoneId,
    direction: 'out',
    template: 'bill-ready',
  });
  const ofText = JSON.parse((await file(`texts/${text.id}.json`)).body);
  expect([verifyProof(ofText, key), ofText.text.id]).toEqual([[], text.id]);
  const ledger = await file('ledger.jsonl');
  expect(await verifyExport(linesOf(ledger.body), key)).toMatchObject({ faults: [] });
  expect((await cora.ask('proof.verify')).data).toMatchObject({ isWhole: true, faults: [] });
  const noted = await em().find(AuditEvent, { billerId, actor: 'Cora Keeper' }, { orderBy: { id: 'asc' } });
  expect(noted.map(({ act }) => act).filter((act) => act.startsWith('proof'))).toEqual([
    'proof.phone',
    'proof.text',
    'proof.ledger',
  ]);
});

it('lists who stopped in a period, and exports that and the books of it', async () => {
  const span = { from: '2026-11-20', to: '2026-11-20' };
  const query = 'from=2026-11-20&to=2026-11-20';
  expect((await cora.ask('proof.optOuts', span)).data).toMatchObject([
    { e164: `+${sofia.phone}`, customers: 'Sofía Rivera', purpose: 'all', act: 'revoked', wording: 'STOP' },
  ]);
  expect((await cora.ask('proof.optOuts', { from: '2026-11-18', to: '2026-11-19' })).data).toEqual([]);
  const list = (await file(`opt-outs.csv?${query}`)).body.trim().split('\r\n');
  expect(list).toHaveLength(2);
  expect(list[1]).toContain(`${sofia.phone},Sofía Rivera,all,revoked,`);
  const books = await file(`entries.csv?${query}`);
  expect(books.name).toBe('ledger-2026-11-20-2026-11-20-USD.csv');
  expect(books.body).toContain('invoice-issued');
  expect((await file(`entries.sie?${query}`)).body).toContain('#VER K 1 20261120');
  expect((await file('entries.csv')).status).toBe(404);
  const { billerId } = stage;
  const noted = await em().find(AuditEvent, { billerId, act: 'books.exported' }, { orderBy: { id: 'asc' } });
  expect(noted.map(({ detail }) => detail)).toEqual([
    'CSV, 2026-11-20 – 2026-11-20, USD',
    'SIE, 2026-11-20 – 2026-11-20, USD',
  ]);
});

it('is for who answers for it, and shows nothing of another biller', async () => {
  const phoneId = await findPhoneId();
  expect((await maria.ask('proof.phone', { phoneId })).status).toBe(403);
  expect((await file('ledger.jsonl', maria)).status).toBe(403);
  expect((await other.ask('proof.find', { number: sofia.phone })).data).toEqual([]);
  expect((await other.ask('proof.phone', { phoneId })).message).toBe('NO_SUCH_PHONE');
  expect((await file(`phones/${phoneId}.json`, other)).status).toBe(404);
  const text = await em().findOneOrFail(Message, { phoneId, direction: 'out', template: 'bill-ready' });
  expect((await file(`texts/${text.id}.json`, other)).status).toBe(404);
  expect(
    (await file('entries.csv?from=2026-01-01&to=2026-12-31', other)).body.trim().split('\n'),
  ).toHaveLength(1);
});
