import { CAMPAIGN_TEMPLATES, type CampaignPlan } from '@kvitt/domain/campaign/campaign';
import { isShortener } from '@kvitt/domain/consent/policy/is-shortener';
import { TEMPLATE_KINDS } from '@kvitt/domain/message/templates/template-vars';
import { z } from 'zod';

const LANGUAGE = z.enum(['en', 'es', 'de', 'sv', 'nb']);
const RANGE = z
  .strictObject({ min: z.number().int().optional(), max: z.number().int().optional() })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'min is above max');

const PLAN = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/, 'takes 2 to 60 small letters, digits and hyphens'),
  template: z.enum(CAMPAIGN_TEMPLATES),
  words: z.partialRecord(LANGUAGE, z.record(z.string(), z.string().min(1).max(600))),
  audience: z
    .strictObject({
      languages: z.array(LANGUAGE).min(1).optional(),
      regions: z.array(z.string().min(1)).min(1).optional(),
      hasAutopay: z.boolean().optional(),
      openMinor: RANGE.optional(),
      tenureDays: RANGE.optional(),
      tags: z.array(z.string().min(1)).min(1).optional(),
    })
    .default({}),
  perMinute: z.number().int().min(1).max(6_000).default(60),
  holdoutPercent: z.number().min(0).max(50).default(10),
  measureDays: z.number().int().min(1).max(60).default(7),
  brake: z
    .strictObject({
      windowMinutes: z.number().int().min(5).max(10_080),
      minSent: z.number().int().min(1),
      maxOptOutPercent: z.number().min(0).max(100),
    })
    // Carriers look into a number at about three opt-outs of a hundred texts; before that we do.
    .default({ windowMinutes: 1_440, minSent: 50, maxOptOutPercent: 2 }),
});

export type ReadCampaign =
  | { kind: 'read'; plan: CampaignPlan }
  /** One sentence per problem, each with its place. */
  | { kind: 'refused'; problems: string[] };

/** Reads a campaign from JSON; everything that is wrong is said at once, and nothing is guessed. */
export function readCampaign(json: unknown): ReadCampaign {
  const parsed = PLAN.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'campaign'}: ${message}`,
    );
    return { kind: 'refused', problems };
  }
  const problems = findWordProblems(parsed.data);
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', plan: parsed.data };
}

/** What a template is told by Kvitt itself. */
const OURS = ['firstName', 'withStop'];

function findWordProblems({ template, words }: CampaignPlan): string[] {
  const { vars } = TEMPLATE_KINDS[template];
  const told = Object.entries(words);
  if (told.length === 0) return ['words: in one language at least'];
  return told.flatMap(([language, given]) => {
    const missing = Object.keys(vars).filter(
      (name) => vars[name] !== 'optional' && !OURS.includes(name) && given?.[name] === undefined,
    );
    const unknown = Object.keys(given ?? {}).filter((name) => !(name in vars) || OURS.includes(name));
    return [
      ...missing.map((name) => `words.${language}.${name}: ${template} needs it`),
      ...unknown.map((name) => `words.${language}.${name}: ${template} has no place for it`),
      ...readLink(given?.link).map((why) => `words.${language}.link: ${why}`),
    ];
  });
}

function readLink(link: string | undefined): string[] {
  if (link === undefined) return [];
  if (!/^https:\/\/\S+$/.test(link)) return ['an address that begins with https://'];
  // Carriers take a public shortener for spam (CTIA 5.3.4).
  return isShortener(link) ? ['a public shortener: carriers filter those'] : [];
}
