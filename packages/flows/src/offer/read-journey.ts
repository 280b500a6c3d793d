import { type Card, type Journey, OFFER_ACTIONS, type SurveyCard } from '@kvitt/domain/offer/journey';
import { z } from 'zod';

/** A day as `YYYY-MM-DD` that is on the calendar. */
const DAY = z.iso.date();
const LANGUAGE = z.enum(['en', 'es', 'de', 'sv', 'nb']);
const SAID = z.string().trim().min(1).max(240);
const words = <T extends z.ZodType>(said: T) =>
  z
    .partialRecord(LANGUAGE, said)
    .refine((given) => Object.keys(given).length > 0, 'in one language at least');

const RULE = {
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'takes small letters, digits and hyphens')
    .max(60),
  from: DAY.optional(),
  to: DAY.optional(),
  months: z.array(z.number().int().min(1).max(12)).min(1).optional(),
  tenureMonths: z
    .strictObject({ min: z.number().int().min(0).optional(), max: z.number().int().min(0).optional() })
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'min is above max')
    .optional(),
  postalCodes: z.array(z.string().min(1)).min(1).optional(),
  priority: z.number().int().min(0).max(999).default(0),
  againAfterDays: z.number().int().min(1).max(3_660).optional(),
};

const CARD = z.discriminatedUnion('kind', [
  z.strictObject({
    ...RULE,
    kind: z.literal('notice'),
    words: words(z.strictObject({ title: SAID, body: SAID })),
  }),
  z.strictObject({
    ...RULE,
    kind: z.literal('survey'),
    words: words(z.strictObject({ title: SAID })),
    promoterOffer: z.string().optional(),
    inviteAfterDays: z.number().int().min(0).max(30).optional(),
  }),
  z.strictObject({
    ...RULE,
    kind: z.literal('offer'),
    does: z.enum(OFFER_ACTIONS),
    words: words(z.strictObject({ title: SAID, body: SAID, action: SAID })),
    isFollowUp: z.boolean().optional(),
  }),
]);

/** More cards than this nobody can keep an eye on. */
const JOURNEY = z.strictObject({ cards: z.array(CARD).max(100) });

export type ReadJourney =
  | { kind: 'read'; journey: Journey }
  /** One sentence per problem, each with its place. */
  | { kind: 'refused'; problems: string[] };

/** Reads from JSON what a biller shows beside its bills; everything that is wrong is said at once, and nothing is guessed. */
export function readJourney(json: unknown): ReadJourney {
  const parsed = JOURNEY.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`);
    return { kind: 'refused', problems };
  }
  const journey: Journey = parsed.data;
  const problems = journey.cards.flatMap((card, at) => findCardProblems(card, at, journey.cards));
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', journey };
}

function findCardProblems(card: Card, at: number, cards: readonly Card[]): string[] {
  const problems: string[] = [];
  if (cards.findIndex(({ key }) => key === card.key) < at) {
    problems.push(`cards[${at}].key: is taken by an earlier card`);
  }
  if (card.from !== undefined && card.to !== undefined && card.from > card.to) {
    problems.push(`cards[${at}].to: is before from`);
  }
  if (card.kind !== 'survey') return problems;
  const first = cards.find((one) => one.kind === 'survey' && one.inviteAfterDays !== undefined) as
    | SurveyCard
    | undefined;
  if (card.inviteAfterDays !== undefined && card.inviteAfterDays !== first?.inviteAfterDays) {
    problems.push(
      `cards[${at}].inviteAfterDays: is another than that of ${first?.key}, and an account is asked once`,
    );
  }
  if (card.promoterOffer === undefined) return problems;
  const follows = cards.find(({ key }) => key === card.promoterOffer);
  if (follows?.kind !== 'offer') problems.push(`cards[${at}].promoterOffer: names no offer of these cards`);
  return problems;
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place.replace(/^\./, '') || 'journey';
}
