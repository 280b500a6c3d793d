import type { OwnHours } from '@kvitt/domain/consent/policy/own-hours';
import type { Language } from '@kvitt/domain/locale/language';
import type { PushKind } from '@kvitt/domain/push/read-push-kind';

/** Notes of bills and receipts on the screen of a phone, for browsers that show them. */
export interface PushView {
  /** What a browser subscribes with. */
  publicKey: string;
  isOnHere: boolean;
  /** What this browser shows notes of; nothing where they are off. */
  kinds: readonly PushKind[];
  /** On how many other browsers of this phone's reader they are on. */
  elsewhere: number;
}

/**
 * Something that will be texted: a reminder, word of a charge to come and its receipt, a part of a plan, the day of a promise,
 * or a text that waits for its hour already.
 */
export interface Coming {
  kind: 'reminder' | 'charge' | 'receipt' | 'part' | 'promise' | 'waiting';
  /** `YYYY-MM-DD`. */
  on: string;
  /** The bill's; of a part, its own. */
  number: string;
}

export interface PreferenceView {
  /** The last two digits of the phone that is texted. */
  phoneTail: string;
  /** Whether these texts are sent, and the words that are agreed to by switching them on. */
  bills: { isOn: boolean; words: string };
  news: { isOn: boolean; words: string };
  hasLinks: boolean;
  /** Bills come on paper too. */
  hasPaper: boolean;
  language: Language;
  /** What will be texted in the weeks to come, if nothing changes. */
  coming: readonly Coming[];
  /** The customer's own hours; absent where any will do that the rules allow. */
  hours?: OwnHours;
  problem?: 'too-narrow';
  isDone: boolean;
  /** The phone said STOP itself: only START from there brings texts back. */
  isStopped: boolean;
  /** Absent where this deployment sends no notes. */
  push?: PushView;
}
