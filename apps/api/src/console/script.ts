import { CallScriptUse } from '@kvitt/db/enrollment/call-script-use.entity';
import { CallScriptVersion } from '@kvitt/db/enrollment/call-script-version.entity';
import { listScripts, type ScriptResult } from '@kvitt/db/enrollment/list-scripts';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { compareRates } from '@kvitt/domain/campaign/compare-rates';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';
import { editScript } from '@kvitt/domain/enrollment/edit-script';
import { sayCredit } from '@kvitt/domain/enrollment/say-credit';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import { saveScript } from '@kvitt/flows/enrollment/save-script';
import { useScript } from '@kvitt/flows/enrollment/use-script';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const BUILT_IN = `${DEFAULT_SCRIPT.key}@${DEFAULT_SCRIPT.version}`;
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

const words = z.record(z.string().max(60), z.string().max(1_000));
const inEach = z.object({ en: z.string(), es: z.string(), de: z.string(), sv: z.string(), nb: z.string() });
const EDIT = z.object({
  words: z.partialRecord(z.enum(LANGUAGES), words),
  without: z.array(z.string().max(60)).max(20),
  objections: z.array(z.object({ question: z.string().max(200), answer: inEach })).max(4),
});

/** What agents read out: its versions, which of them calls go by, and how each does. */
export const scriptRoom = consoleRoom({
  list: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const { billerId } = agent;
    const own = await em.find(CallScriptVersion, { billerId }, { orderBy: { version: 'desc' }, limit: 50 });
    const use = await em.findOne(CallScriptUse, { billerId }, { orderBy: { since: 'desc', id: 'desc' } });
    return {
      versions: [
        ...own.map(({ version, name, author, createdAt }) => ({
          ref: `own@${version}`,
          name,
          author,
          createdAt,
        })),
        { ref: BUILT_IN, name: null, author: null, createdAt: null },
      ],
      use: { one: use?.one ?? BUILT_IN, other: use?.other ?? null, since: use?.since ?? null },
    };
  }),

  /** One version, as the editor opens it: what was changed, and the script that it was changed from. */
  open: forRoles(OVERSEERS)
    .input(z.object({ ref: z.string().max(40) }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const version = /^own@(\d{1,6})$/.exec(input.ref)?.[1];
      const row =
        version === undefined
          ? null
          : await em.findOne(CallScriptVersion, { billerId: agent.billerId, version: Number(version) });
      const brand = '{brand}';
      const credit = (language: Language) => sayCredit(money(500, 'USD'), language);
      // What steps read that the script does not say itself: by wording, then by language.
      const read = DEFAULT_SCRIPT.steps.flatMap(({ wording }) => wording ?? []);
      const wordings = Object.fromEntries(
        read.map((key) => [
          key,
          Object.fromEntries(
            LANGUAGES.map((language) => {
              const words = findWording(key, { channel: 'oral', language, brand })?.words ?? '';
              return [language, words.replace('{credit}', () => credit(language))];
            }),
          ),
        ]),
      );
      return {
        name: row?.name ?? null,
        edit: row?.edit ?? { words: {}, without: [], objections: [] },
        base: DEFAULT_SCRIPT,
        wordings,
      };
    }),

  /** What a draft would be, with everything that is wrong with it; nothing is kept. */
  check: forRoles(MANAGERS)
    .input(z.object({ edit: EDIT }))
    .query(({ input }) => editScript(DEFAULT_SCRIPT, input.edit, { key: 'own', version: 0 })),

  save: forRoles(MANAGERS)
    .input(z.object({ name: z.string().trim().min(1).max(80), edit: EDIT }))
    .mutation(({ ctx: { tx, actor }, input }) => saveScript(tx, actor, input)),

  use: forRoles(MANAGERS)
    .input(z.object({ one: z.string().max(40), other: z.string().max(40).nullable() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await useScript(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** How scripts did in the last days, and how far two that are tried against each other differ. */
  results: forRoles(OVERSEERS)
    .input(z.object({ days: z.int().min(1).max(MOST_DAYS) }))
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const { billerId } = agent;
      const since = new Date(tx.clock.now().getTime() - input.days * DAY_MS);
      const results = await listScripts(em, billerId, since);
      const use = await em.findOne(CallScriptUse, { billerId }, { orderBy: { since: 'desc', id: 'desc' } });
      if (!use?.other) return { ...results, trial: null };
      // Calls from before the trial were not given out by its dice.
      const tried = await listScripts(em, billerId, use.since);
      const share = (ref: string) => {
        const found: ScriptResult | undefined = tried.scripts.find(({ script }) => script === ref);
        return { hits: found?.confirmed ?? 0, of: found?.calls ?? 0 };
      };
      const one = share(use.one);
      const other = share(use.other);
      const difference = compareRates(other, one) ?? null;
      return {
        ...results,
        trial: {
          one: { ref: use.one, ...one },
          other: { ref: use.other, ...other },
          difference,
          since: use.since,
        },
      };
    }),
});
