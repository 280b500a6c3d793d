import type { Calendar } from '../../time/is-holiday.ts';

/** What a message is for. `info` tells of a bill · `past_due` asks for an overdue one · `collect3p` asks for another's. */
export type Category = (typeof CATEGORIES)[number];

export const CATEGORIES = [
  'reply',
  'optin',
  'receipt',
  'info',
  'past_due',
  'collect3p',
  'marketing',
] as const;

export type Channel = (typeof CHANNELS)[number];

export const CHANNELS = ['sms', 'call', 'email', 'letter'] as const;

/** What a contact of the past was; a conversation is a call that was answered. */
export type ContactKind = Channel | 'conversation';

/** Who laid a rule down. The biller and the account's own customer are `client`: they may add, never widen. */
export type Layer = 'federal' | 'country' | 'state' | 'local' | 'platform' | 'platform_unknown' | 'client';

/** How sure we are: P the law itself was read · S somebody who read it · M from memory · POL a choice of ours. */
export type Confidence = 'P' | 'S' | 'M' | 'POL';

/** A time of day, `HH:MM` from `00:00` to `24:00`. */
export type WallTime = string;

/** Half-open, `[start, end)`; empty where the day is closed. */
export type Hours = readonly [] | readonly [start: WallTime, end: WallTime];

interface Row {
  /** Its name in a reason; unique. */
  id: string;
  /** What it is, in words. */
  name: string;
  layer: Layer;
  /** `US`, `US-NY`, `US-NY-NYC`; a rule of a place holds in all that lies in it. `*` everywhere. */
  jur: string;
  /** Empty for all but replies, and for all channels: how a client writes a rule about everything. */
  categories: readonly Category[];
  channels: readonly Channel[];
  /** Local dates, `YYYY-MM-DD`: the first and the last day on which it holds. */
  from?: string;
  to?: string;
  /** Holds only for whoever has this flag; does not hold for whoever has that one. */
  requires?: string;
  waivedBy?: string;
  /** Holds only from so many days past due. */
  minDpd?: number;
  /** Holds only where the biller has chosen our own limits too. */
  profile?: 'P';
  source: string;
  confidence: Confidence;
}

/** When a message may go. Keys are weekdays (0 Monday to 6 Sunday), `0-4`, `*`, or `hol` for a holiday. */
export interface WindowRule extends Row {
  days: Readonly<Record<string, Hours>>;
  holidays?: Calendar;
}

/** How often: at most `max` contacts of the kinds in `counts` within rolling `hours`, or within `calDays` local days. */
export interface CapRule extends Row {
  counts: readonly ContactKind[];
  per: 'subject' | 'debt' | 'recipient';
  max: number;
  hours?: number;
  calDays?: number;
}

/** Never: a client's own word that something must not be sent. */
export interface BlockRule extends Row {
  layer: 'client';
}

export interface PolicyRules {
  /** Countries whose law was looked through: elsewhere a person decides. */
  countries: readonly string[];
  windows: readonly WindowRule[];
  caps: readonly CapRule[];
}
