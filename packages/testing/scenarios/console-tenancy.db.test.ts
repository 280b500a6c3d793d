import { consoleRouter } from '@kvitt/api/console/router';
import { limitToBiller } from '@kvitt/api/kit/session';
import { Agent } from '@kvitt/db/agent/agent.entity';
import { CONSOLE_ROLE } from '@kvitt/db/kit/guard-tenants';
import { ROLES } from '@kvitt/domain/agent/role';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { type AtConsole, hireAgent, sitDown } from '@kvitt/testing/console';
import { OTHER_NUMBER } from '@kvitt/testing/open-world';
import { addBiller, addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });

/** What an input of ours calls the id of something. */
const NAMES = [
  'id',
  'agentId',
  'conversationId',
  'customerId',
  'accountId',
  'invoiceId',
  'messageId',
  'sessionId',
  'enrollmentId',
  'bonusId',
  'appealId',
  'periodId',
  'contestId',
  'displayId',
  'campaignId',
  'mergeId',
  'fromId',
  'intoId',
  'creditId',
];

/** What only the other biller's rows say. */
const THEIRS = /bolt|Zebulon|1718555/i;

let bolt: string;
let theirAgent: string;
/** Ids of every kind that belong to the other biller. */
let theirIds: string[];

beforeAll(async () => {
  const { world } = stage;
  ({ billerId: bolt } = await addBiller(world, { slug: 'bolt', name: 'Bolt', number: OTHER_NUMBER }));
  theirAgent = (await hireAgent(world, bolt, { name: 'Zebulon' })).id;
  const person = await addPerson(world, bolt, { firstName: 'Zebulon', phone: '17185550001' });
  await person.issue(4200);
  await person.says('what is this', OTHER_NUMBER);
  const rows = await world.ctx.em.fork().execute<{ id: string }[]>(
    `select id from conversation where biller_id = ? union all select id from customer where biller_id = ?
      union all select id from account where biller_id = ? union all select id from phone where biller_id = ?
      union all select id from invoice where biller_id = ? union all select id from message where biller_id = ?`,
    Array(6).fill(bolt),
  );
  theirIds = [theirAgent, ...rows.map(({ id }) => id)];
});

/** Asks raw SQL as the console does, limited to the stage's biller. */
async function rawly<T>(sql: string): Promise<T[]> {
  const { world, billerId } = stage;
  return inTransaction(limitToBiller(world.ctx, billerId), (tx) => tx.em.execute(sql)) as Promise<T[]>;
}

describe('under the console’s role', () => {
  it('every table that it may read holds rows of its own biller only', async () => {
    const readable = await rawly<{ name: string; has: boolean }>(
      `select c.relname as name, c.relrowsecurity as has from pg_class c
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
          and has_table_privilege('${CONSOLE_ROLE}', c.oid, 'select') order by 1`,
    );
    expect(readable.length).toBeGreaterThan(20);
    expect(readable.filter(({ has }) => !has)).toEqual([]);
    for (const { name } of readable) {
      const key = name === 'biller' ? 'id' : 'biller_id';
      const [row] = await rawly<{ others: string }>(
        `select count(*) as others from "${name}" where ${key} is distinct from '${stage.billerId}'`,
      );
      expect([name, row?.others]).toEqual([name, '0']);
    }
  });

  it('nothing of the sign-in library’s can be read', async () => {
    await expect(rawly('select * from sign_in."user"')).rejects.toThrow(/permission denied/);
    await expect(rawly('select * from sign_in.account')).rejects.toThrow(/permission denied/);
  });

  it('no row of another biller’s can be written, changed or taken', async () => {
    await expect(
      rawly(`insert into audit_event (biller_id, id, actor, act, at)
        values ('${bolt}', gen_random_uuid(), 'x', 'x', now())`),
    ).rejects.toThrow(/row-level security/);
    await rawly(`update agent set name = 'Taken' where id = '${theirAgent}'`);
    const theirs = await stage.world.ctx.em.fork().findOneOrFail(Agent, { id: theirAgent });
    expect(theirs.name).toBe('Zebulon');
    const { id } = await hireAgent(stage.world, stage.billerId);
    await expect(rawly(`update agent set biller_id = '${bolt}' where id = '${id}'`)).rejects.toThrow(
      /row-level security/,
    );
  });

  it('without a biller it sees nothing at all', async () => {
    const em = stage.world.ctx.em.fork({ session: { role: CONSOLE_ROLE } });
    await em.transactional(async (tx) => {
      expect(await tx.execute('select id from biller')).toEqual([]);
      expect(await tx.execute('select id from message')).toEqual([]);
    });
  });

  it('the role can neither bypass its limits nor sign in', async () => {
    const [role] = await rawly(
      `select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = '${CONSOLE_ROLE}'`,
    );
    expect(role).toEqual({ rolbypassrls: false, rolsuper: false, rolcanlogin: false });
  });
});

describe('through every procedure of the console', () => {
  const procedures = Object.entries(
    consoleRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
  );
  const crew: AtConsole[] = [];

  beforeAll(async () => {
    for (const role of ROLES) crew.push(await sitDown(stage.world, stage.billerId, { role }));
  });

  it.each(procedures)(
    '%s gives nothing of another biller’s, whatever id it is asked with',
    async (name, { _def }) => {
      for (const agent of crew) {
        for (const input of guesses()) {
          const reply = await (_def.type === 'query' ? agent.ask(name, input) : agent.act(name, input));
          expect(JSON.stringify(reply.data ?? '')).not.toMatch(THEIRS);
          expect(reply.status, `${name} ${reply.message}`).not.toBe(500);
        }
      }
    },
  );

  /** Inputs that name rows of the other biller's under every name that an input of ours has. */
  function guesses(): Record<string, unknown>[] {
    const named = theirIds.map((id) => ({
      ...Object.fromEntries(NAMES.map((name) => [name, id])),
      bonusIds: [id],
    }));
    return [{ search: 'Zebulon', words: 'Zebulon', queue: 'all' }, ...named].map((input) => ({
      ...input,
      body: 'hello',
      text: 'hello',
      replyId: crypto.randomUUID(),
      noteId: crypto.randomUUID(),
      tag: 'theirs',
      isOn: true,
      isTyping: true,
      move: { kind: 'close' },
      to: 'agent',
      source: 'call-in',
      step: 'intro',
      period: 'month',
      key: 1,
      outcome: 'declined',
      reason: 'other',
      flag: 'burst',
      note: 'seen',
      verdict: 'upheld',
      through: '2026-11-01',
      ref: 'own@1',
      one: 'enroll@3',
      other: null,
      days: 30,
      isPrivate: false,
      team: null,
      site: null,
      ownPhone: null,
      csv: 'email,day,hours',
      prize: 'A day off',
      goal: 10,
      startsOn: '2026-11-20',
      endsOn: '2026-12-20',
      name: 'Mine',
      figure: 'threads',
      from: '2026-11-01',
      minor: 85,
      act: 'cancel',
      rules: { cards: [] },
      plan: {},
      language: 'en',
      wording: 'hello',
      number: '1',
      edit: { words: {}, without: [], objections: [] },
      amountMinor: { text: 300, autopay: 500, paperless: 100 },
      againPercent: 0,
      vestAfterDays: 14,
      clawBackForDays: 90,
      mostPerDayMinor: 30_000,
    }));
  }
});
