import type { WrittenClientRule } from './read-client-rules.ts';

/** A window that customers set for themselves: whole hours of their own day, and whether weekends are left out. */
export interface OwnHours {
  /** 8 to 19. */
  fromHour: number;
  /** 10 to 21, two hours later at least: a window in which nothing fits would be a STOP in disguise. */
  toHour: number;
  isWeekdaysOnly: boolean;
}

/** By this name the rule is found again, and named in a decision. */
export const OWN_HOURS = 'OWN-HOURS';

/** What comes unasked. Answers to the customer's own text or payment come whenever they write or pay. */
const CATEGORIES = ['receipt', 'info', 'past_due', 'collect3p', 'marketing'];

/** Whether these are hours that a customer may set. They only ever narrow what the rules allow. */
export function isOwnHours({ fromHour, toHour }: OwnHours): boolean {
  const isWhole = Number.isInteger(fromHour) && Number.isInteger(toHour);
  return isWhole && fromHour >= 8 && toHour <= 21 && toHour - fromHour >= 2;
}

/** The rule of contact that they are. */
export function writeOwnHours({ fromHour, toHour, isWeekdaysOnly }: OwnHours): WrittenClientRule {
  const hours = [clock(fromHour), clock(toHour)];
  const days = isWeekdaysOnly ? { '0-4': hours, '5-6': [] } : { '*': hours };
  return {
    kind: 'window',
    id: OWN_HOURS,
    rule: { id: OWN_HOURS, categories: CATEGORIES, channels: ['sms'], days, src: 'the customer' },
  };
}

/** Reads such a rule back; undefined where it is another one. */
export function readOwnHours(rule: Record<string, unknown>): OwnHours | undefined {
  if (rule.id !== OWN_HOURS) return undefined;
  const days = rule.days as Record<string, [string, string] | undefined>;
  const isWeekdaysOnly = days['*'] === undefined;
  const [from = '', to = ''] = days['*'] ?? days['0-4'] ?? [];
  return { fromHour: Number.parseInt(from, 10), toHour: Number.parseInt(to, 10), isWeekdaysOnly };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
