import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let petra: AtConsole;
let maria: AtConsole;

beforeAll(async () => {
  petra = await sitDown(stage.world, stage.billerId, { name: 'Petra Wolf', role: 'manager' });
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
});

describe('the words of a text, at the console', () => {
  const draft = { name: 'agent-coming', language: 'en' };

  it('say why a draft would not save, and how one that would reads in parts', async () => {
    const wrong = await petra.ask<{ findings: { code: string }[]; examples: unknown[] }>('wording.check', {
      ...draft,
      wording: 'Pay now!',
    });
    expect(wrong.data.findings.map(({ code }) => code)).toContain('RAISED_VOICE');
    expect(wrong.data.examples).toEqual([]);
    const right = await petra.ask<{ examples: { text: string; parts: number; encoding: string }[] }>(
      'wording.check',
      { ...draft, wording: 'One of us answers soon ♥' },
    );
    expect(right.data.examples[0]).toMatchObject({ encoding: 'UCS-2', parts: 1 });
  });

  it('read as a real customer would get them, in every language, with parts and price', async () => {
    await addPerson(stage.world, stage.billerId, { firstName: 'Zoë' });
    const { data } = await petra.ask<{
      customer: { accountId: string };
      languages: { language: string; texts: { text: string; parts: number; micros: number }[] }[];
    }>('wording.preview', { ...draft, name: 'due-today', wording: '{firstName}' });
    // What would not save is not shown on anybody.
    expect(data).toBeNull();
    const seen = await petra.ask<NonNullable<typeof data>>('wording.preview', {
      ...draft,
      wording: 'One of us reads this soon and answers here.',
    });
    expect(seen.data.languages.map(({ language }) => language)).toEqual(['en', 'es', 'de', 'sv', 'nb']);
    expect(seen.data.languages[0]?.texts[0]?.text).toContain('One of us reads this soon');
    expect(seen.data.languages[1]?.texts[0]?.text).not.toContain('One of us');
    for (const { texts } of seen.data.languages) {
      for (const { parts, micros } of texts) expect(micros).toBe(parts * 8_500);
    }
  });

  it('count from the next text on once a manager saves them, and no agent does', async () => {
    const wording = 'One of us reads this soon and answers here.';
    expect((await maria.act('wording.save', { ...draft, wording })).status).toBe(403);
    const saved = await petra.act('wording.save', { ...draft, wording });
    expect(saved.data).toMatchObject({ kind: 'saved' });
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('AGENT');
    expect(cindy.lastText()).toContain(wording);
    const { data } = await petra.ask<{ versions: { savedBy: string }[] }>('wording.open', draft);
    expect(data.versions[0]?.savedBy).toBe('Petra Wolf');
    await petra.act('wording.save', { ...draft, wording: null });
    await cindy.says('AGENT');
    expect(cindy.lastText()).not.toContain(wording);
  });
});

describe('the cadence, at the console', () => {
  it('is shown on its days before it is saved, with all that is wrong', async () => {
    const { data } = await petra.ask<{ rules: { steps: { offset: number }[] } }>('cadence.show');
    const check = await petra.ask<{ kind: string; days: { step: string; day: string }[] }>('cadence.check', {
      rules: data.rules,
      issuedOn: '2026-11-02',
      dueOn: '2026-11-20',
    });
    expect(check.data.days).toContainEqual(expect.objectContaining({ step: 'due-in-3', day: '2026-11-17' }));
    const steps = data.rules.steps.map((step, at) => (at === 0 ? { ...step, offset: 3 } : step));
    const wrong = await petra.act<{ kind: string; problems: { path: string }[] }>('cadence.save', {
      rules: { ...data.rules, steps },
    });
    expect(wrong.data).toMatchObject({ kind: 'refused', problems: [{ path: 'steps[0].offset' }] });
  });

  it('counts from the day on which a manager saves it', async () => {
    const { data } = await petra.ask<{ rules: object }>('cadence.show');
    const saved = await petra.act('cadence.save', { rules: { ...data.rules, sendMinute: 615 } });
    expect(saved.data).toMatchObject({ kind: 'saved' });
    const now = await petra.ask<{ rules: object }>('cadence.show');
    expect(now.data.rules).toMatchObject({ sendMinute: 615 });
    expect((await maria.act('cadence.save', { rules: data.rules })).status).toBe(403);
    // A curve that bends on that day says why; the first cadence of all is no change.
    await petra.act('cadence.save', { rules: { ...data.rules, sendMinute: 620 } });
    const home = await petra.ask<{ to: string; changes: { day: string; what: string }[] }>('report.home', {
      days: 7,
    });
    expect(home.data.changes).toContainEqual({ day: home.data.to, what: 'cadence', changes: 1 });
  });

  it('says of a real bill what a draft would do', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    const [bill] = await stage.world.ctx.em
      .fork()
      .execute<{ number: string }[]>('select number from invoice where account_id = ?', [cindy.accountId]);
    const { data } = await petra.ask<{ rules: unknown }>('cadence.show');
    const seen = await petra.ask<{ steps: { step: string }[] } | null>('cadence.foresee', {
      rules: data.rules,
      number: bill?.number,
    });
    expect(seen.data?.steps.length).toBeGreaterThan(0);
    expect((await petra.ask('cadence.foresee', { rules: data.rules, number: 'none' })).data).toBeNull();
  });
});

describe('a campaign, at the console', () => {
  const plan = {
    name: 'closed-friday',
    template: 'office-closed',
    words: { en: { day: 'Friday', until: 'Monday' } },
    holdoutPercent: 0,
  };
  const forms = async () =>
    (await petra.ask<{ template: string; vars: { key: string; isOptional: boolean }[] }[]>('campaign.forms'))
      .data;

  async function drafted(name: string) {
    const { vars = [] } = (await forms()).find(({ template }) => template === plan.template) ?? {};
    return { ...plan, name, words: { en: Object.fromEntries(vars.map(({ key }) => [key, 'Friday'])) } };
  }

  it('says whom it would reach by the rules before it exists, and everything that is wrong with it', async () => {
    await addPerson(stage.world, stage.billerId, { hasConsent: false });
    const { data } = await petra.ask<{ kind: string; accounts: number; excluded: { reason: string }[] }>(
      'campaign.preview',
      { plan: await drafted('who') },
    );
    expect(data.kind).toBe('previewed');
    expect(data.accounts).toBeGreaterThan(0);
    expect(data.excluded.length).toBeGreaterThan(0);
    const wrong = await petra.ask<{ problems: string[] }>('campaign.preview', {
      plan: { ...plan, words: {} },
    });
    expect(wrong.data.problems).toEqual(['words: in one language at least']);
  });

  it('is created, scheduled and stopped by a manager, once under its name', async () => {
    const draft = await drafted('closed-friday');
    const { data } = await petra.act<{ campaignId: string }>('campaign.create', { plan: draft });
    expect((await petra.act('campaign.create', { plan: draft })).message).toBe('NAME_TAKEN');
    const { campaignId } = data;
    const yesterday = new Date(stage.world.ctx.clock.now().getTime() - 86_400_000).toISOString();
    const late = await petra.act('campaign.move', { campaignId, act: 'schedule', startAt: yesterday });
    expect(late.message).toBe('IN_THE_PAST');
    const inAWeek = new Date(stage.world.ctx.clock.now().getTime() + 7 * 86_400_000).toISOString();
    await petra.act('campaign.move', { campaignId, act: 'schedule', startAt: inAWeek });
    await petra.act('campaign.move', { campaignId, act: 'cancel' });
    const { state } = await stage.world.ctx.em.fork().findOneOrFail(Campaign, { id: campaignId });
    expect(state).toBe('cancelled');
    expect((await petra.act('campaign.move', { campaignId, act: 'resume' })).message).toBe(
      'NOT_IN_THIS_STATE',
    );
  });
});

describe('what stands beside the bill, at the console', () => {
  it('is saved in versions, and refused with the place of each problem', async () => {
    const { data } = await petra.ask<{ sample: { cards: object[] } }>('journey.show');
    const saved = await petra.act<{ kind: string; version: number }>('journey.save', { rules: data.sample });
    expect(saved.data).toMatchObject({ kind: 'saved', version: 1 });
    const twice = { cards: [data.sample.cards[0], data.sample.cards[0]] };
    const wrong = await petra.act<{ problems: string[] }>('journey.save', { rules: twice });
    expect(wrong.data.problems).toEqual(['cards[1].key: is taken by an earlier card']);
    expect((await maria.act('journey.save', { rules: data.sample })).status).toBe(403);
  });
});

describe('the rules about money, at the console', () => {
  interface Shown {
    version: number;
    rules: Record<string, object>;
    history: { number: number; changedBy: string; changes: object[] }[];
  }

  it('are changed by an admin alone, whole or not at all, with who changed what', async () => {
    const admin = await sitDown(stage.world, stage.billerId, { name: 'Ada Berg', role: 'admin' });
    const { data: before } = await admin.ask<Shown>('money.show');
    const { rules, version: seen } = before;
    const wrong = { ...rules, undoMinutes: 61, plan: { ...rules.plan, mostParts: 1 }, promise: 'never' };
    expect((await admin.act('money.saveRules', { rules: wrong, seen })).data).toEqual({
      kind: 'refused',
      problems: expect.arrayContaining([
        { path: 'undoMinutes', code: 'too_big', bound: 60 },
        { path: 'plan.mostParts', code: 'too_small', bound: 2 },
        { path: 'promise', code: 'not_valid' },
      ]),
    });
    const dearer = { ...rules, refundAloneUpToMinor: 5_000, promise: { ...rules.promise, graceDays: 3 } };
    expect((await petra.act('money.saveRules', { rules: dearer, seen })).status).toBe(403);
    expect((await admin.act('money.saveRules', { rules, seen })).data).toEqual({ kind: 'same' });
    expect((await admin.act('money.saveRules', { rules: dearer, seen })).data).toEqual({ kind: 'saved' });
    // Somebody who still has the older page in front of them overwrites nothing.
    expect((await admin.act('money.saveRules', { rules, seen })).data).toEqual({ kind: 'overtaken' });
    const { data: after } = await petra.ask<Shown>('money.show');
    expect(after.rules).toEqual(dearer);
    expect(after.version).toBe(seen + 1);
    expect(after.history[0]).toMatchObject({
      changedBy: 'Ada Berg',
      changes: [
        { path: 'refundAloneUpToMinor', before: 10_000, after: 5_000 },
        { path: 'promise.graceDays', before: 2, after: 3 },
      ],
    });
  });
});
