import { countSegments } from '../count-segments.ts';
import { costlyLetters, spellName } from '../spell-name.ts';
import { countryOf, type PartPrices, priceOfPart } from './price-of-part.ts';

/** What a text costs over many recipients. Prices are in millionths of a US dollar. */
export interface Cost {
  recipients: number;
  /** How many recipients get one part, two parts and so on. */
  byParts: Record<number, number>;
  byCountry: Record<string, { recipients: number; parts: number; micros: number }>;
  parts: number;
  micros: number;
  /** The same with names in plain letters. */
  spelt: { parts: number; micros: number };
  /** The names that make it longer, those first that cost most; the first `NAMES` different ones. */
  names: CostlyName[];
  longest: { parts: number; text: string } | undefined;
}

export interface CostlyName {
  name: string;
  letters: string[];
  parts: number;
  partsSpelt: number;
  recipients: number;
}

/** As many different names are remembered: enough to see which letters cost, few enough for any number of recipients. */
const NAMES = 2_000;

/** Adds up what a text costs, one recipient after the other, and keeps none of them. */
export interface CostTally {
  /** `write` gives the text for a first name: it is asked with the real one, and where that is dear with the plain one. */
  add(recipient: { e164: string; firstName: string }, write: (firstName: string) => string): void;
  total(): Cost;
}

export function tallyCost(prices: PartPrices): CostTally {
  const cost: Cost = {
    recipients: 0,
    byParts: {},
    byCountry: {},
    parts: 0,
    micros: 0,
    spelt: { parts: 0, micros: 0 },
    names: [],
    longest: undefined,
  };
  const names = new Map<string, CostlyName>();
  return {
    add({ e164, firstName }, write) {
      const text = write(firstName);
      const { parts } = countSegments(text);
      const letters = costlyLetters(firstName);
      const partsSpelt = letters.length === 0 ? parts : countSegments(write(spellName(firstName))).parts;
      const country = countryOf(e164);
      const each = priceOfPart(prices, country);
      const place = cost.byCountry[country] ?? { recipients: 0, parts: 0, micros: 0 };
      cost.byCountry[country] = place;
      place.recipients += 1;
      place.parts += parts;
      place.micros += parts * each;
      cost.recipients += 1;
      cost.byParts[parts] = (cost.byParts[parts] ?? 0) + 1;
      cost.parts += parts;
      cost.micros += parts * each;
      cost.spelt.parts += partsSpelt;
      cost.spelt.micros += partsSpelt * each;
      if (!cost.longest || parts > cost.longest.parts) cost.longest = { parts, text };
      if (partsSpelt < parts) note({ name: firstName, letters, parts, partsSpelt, recipients: 1 });
    },
    total: () => ({ ...cost, names: [...names.values()].sort((a, b) => extra(b) - extra(a)) }),
  };

  function note(found: CostlyName): void {
    const known = names.get(found.name);
    if (known) {
      known.recipients += 1;
      known.parts = Math.max(known.parts, found.parts);
      known.partsSpelt = Math.min(known.partsSpelt, found.partsSpelt);
    } else if (names.size < NAMES) {
      names.set(found.name, found);
    }
  }
}

function extra({ parts, partsSpelt, recipients }: CostlyName): number {
  return (parts - partsSpelt) * recipients;
}
