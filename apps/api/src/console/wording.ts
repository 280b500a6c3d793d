import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { Template } from '@kvitt/db/message/template.entity';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { countSegments } from '@kvitt/domain/message/count-segments';
import { lintText } from '@kvitt/domain/message/lint/lint-text';
import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { compileText } from '@kvitt/domain/message/templates/compile-text';
import { WORDINGS } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import { sampleVars } from '@kvitt/domain/message/templates/sample-vars';
import { TEMPLATE_KINDS, TEMPLATE_NAMES } from '@kvitt/domain/message/templates/template-vars';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { costTemplate } from '@kvitt/flows/message/cost-template';
import { previewTemplate } from '@kvitt/flows/message/preview-template';
import { saveTemplate } from '@kvitt/flows/message/save-template';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesInSteps } from '../kit/trpc-console.ts';

/** As many versions as somebody reads through. */
const VERSIONS = 50;
/** As many recipients as are gone through while somebody waits. */
const MOST = 5_000;

const name = z.enum(TEMPLATE_NAMES);
const language = z.enum(LANGUAGES);
const DRAFT = z.object({ name, language, wording: z.string().max(4_000) });

/** The words of every text: which there are, trying a wording, and putting one in force. */
export const wordingRoom = consoleRoom({
  list: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const own = await loadOwnTexts(em, agent.billerId);
    return TEMPLATE_NAMES.map((one) => {
      const { category, level, needs } = TEMPLATE_KINDS[one];
      const ownIn = LANGUAGES.filter((each) => own.find(one, each));
      return { name: one, category, level, needs, ownIn };
    });
  }),

  /** One text in one language: the wording that counts, ours, and what it was before. */
  open: forRoles(OVERSEERS)
    .input(z.object({ name, language }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId } = agent;
      const order = { orderBy: { version: 'desc' as const }, limit: VERSIONS };
      const versions = await em.find(Template, { billerId, ...input }, order);
      const { vars, needs, category, level } = TEMPLATE_KINDS[input.name];
      const ours: string = WORDINGS[input.language][input.name];
      return {
        ours,
        wording: versions[0]?.wording ?? ours,
        vars: Object.entries(vars).map(([key, kind]) => ({ key, kind })),
        ...{ needs, category, level },
        versions: versions.map(({ version, wording, savedBy, savedAt }) => ({
          ...{ version, wording, savedBy, savedAt },
        })),
      };
    }),

  /** What keeps a draft from being saved, and how it would read; nothing is kept. */
  check: forRoles(OVERSEERS)
    .input(DRAFT)
    .query(({ input }) => {
      const findings = lintText(input);
      return { findings, examples: findings.length > 0 ? [] : tryOut(input) };
    }),

  /** How a draft reads to one real customer, and the other languages beside it; the next customer after an account. */
  preview: forRolesInSteps(OVERSEERS)
    .input(DRAFT.extend({ after: z.uuid().optional() }))
    .query(async ({ ctx: { limited, agent }, input }) => {
      const { name: which, language: inLanguage, wording, after } = input;
      if (lintText({ name: which, language: inLanguage, wording }).length > 0) return null;
      const biller = await limited.em.fork().findOneOrFail(Biller, { id: agent.billerId });
      return previewTemplate(limited, {
        ...{ biller, name: which, draft: { language: inLanguage, wording }, prices: ASSUMED_PRICES },
        ...(after !== undefined && { after }),
      });
    }),

  /** What a draft would take if it went to everybody who may be texted, with texts as some of them would get them. */
  cost: forRolesInSteps(OVERSEERS)
    .input(DRAFT)
    .query(async ({ ctx: { limited, agent }, input }) => {
      if (lintText(input).length > 0) return null;
      const { name: which, language: inLanguage, wording } = input;
      const draft = { language: inLanguage, wording };
      const biller = await limited.em.fork().findOneOrFail(Biller, { id: agent.billerId });
      const order = { biller, name: which, draft, prices: ASSUMED_PRICES, samples: 3, most: MOST };
      return costTemplate(limited, order);
    }),

  /** Puts a wording in force from the next text on; without one, ours again. */
  save: forRolesInSteps(MANAGERS)
    .input(DRAFT.extend({ wording: DRAFT.shape.wording.nullable() }))
    .mutation(async ({ ctx: { limited, actor }, input }) => {
      const answer = await saveTemplate(limited, {
        ...input,
        billerId: actor.billerId,
        savedBy: actor.name,
      });
      if (answer.kind === 'saved') {
        const detail = `${input.name}, ${input.language}, version ${answer.version}`;
        await inTransaction(limited, (tx) => noteAct(tx, actor, 'text.worded', { detail }));
      }
      return answer;
    }),
});

function tryOut(draft: z.infer<typeof DRAFT>) {
  const compiled = compileText(draft.wording, draft.language);
  return sampleVars(draft.name, draft.language).map((vars) => {
    const text = renderText(compiled, draft.name, vars);
    return { text, ...countSegments(text) };
  });
}
