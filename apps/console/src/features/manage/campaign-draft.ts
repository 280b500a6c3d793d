import type { CampaignTemplate } from '@kvitt/domain/campaign/campaign';
import type { Language } from '@kvitt/domain/locale/language';

/** A campaign as its form holds it: numbers as they are typed, lists as words between commas. */
export interface CampaignDraft {
  name: string;
  template: CampaignTemplate;
  words: Partial<Record<Language, Record<string, string>>>;
  languages: Language[];
  regions: string;
  tags: string;
  autopay: 'any' | 'with' | 'without';
  openFrom: string;
  openTo: string;
  tenureFrom: string;
  tenureTo: string;
  perMinute: number;
  holdoutPercent: number;
  measureDays: number;
}

export function emptyCampaign(): CampaignDraft {
  return {
    name: '',
    template: 'office-closed',
    words: {},
    languages: [],
    regions: '',
    tags: '',
    autopay: 'any',
    openFrom: '',
    openTo: '',
    tenureFrom: '',
    tenureTo: '',
    perMinute: 60,
    holdoutPercent: 10,
    measureDays: 7,
  };
}

/** What the form says, as the server reads a campaign; what was left empty narrows nothing. */
export function planOf(draft: CampaignDraft): object {
  const { name, template, words, languages, autopay, perMinute, holdoutPercent, measureDays } = draft;
  const regions = listOf(draft.regions);
  const tags = listOf(draft.tags);
  const open = rangeOf(draft.openFrom, draft.openTo, 100);
  const tenure = rangeOf(draft.tenureFrom, draft.tenureTo, 1);
  return {
    name: name.trim(),
    template,
    words: Object.fromEntries(
      Object.entries(words)
        .map(([language, said]) => [
          language,
          Object.fromEntries(Object.entries(said).filter(([, one]) => one.trim())),
        ])
        .filter(([, said]) => Object.keys(said as object).length > 0),
    ),
    audience: {
      ...(languages.length > 0 && { languages }),
      ...(regions.length > 0 && { regions }),
      ...(tags.length > 0 && { tags }),
      ...(autopay !== 'any' && { hasAutopay: autopay === 'with' }),
      ...(open && { openMinor: open }),
      ...(tenure && { tenureDays: tenure }),
    },
    perMinute,
    holdoutPercent,
    measureDays,
  };
}

function listOf(words: string): string[] {
  return words
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function rangeOf(from: string, to: string, times: number): { min?: number; max?: number } | undefined {
  const min = from.trim() === '' ? undefined : Math.round(Number(from) * times);
  const max = to.trim() === '' ? undefined : Math.round(Number(to) * times);
  if (min === undefined && max === undefined) return undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
