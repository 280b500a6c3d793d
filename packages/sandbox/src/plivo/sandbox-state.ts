import type { Fault } from '../control/faults.ts';
import type { Application, MediaFile, NumberLink, Subaccount } from './resource-records.ts';

/** A number that the account rents. Numbers are written as the vendor writes them: E.164 without the plus. */
export interface SandboxNumber {
  number: string;
  kind: 'long-code' | 'toll-free' | 'short-code';
  /** Where inbound texts are posted: the message_url of the application that the number is tied to. */
  messageUrl: string;
  messageMethod?: 'POST' | 'GET';
  /** Texts that leave this number in a second of sandbox time; 5, the vendor's default, where absent. */
  perSecond?: number;
  name?: string;
  /** The 10DLC campaign; an opt-out on one number of a campaign holds for all of them. */
  campaign?: string;
  /** Short codes have the vendor's opt-out list only on request; long codes and toll-free numbers always. */
  optOutList?: boolean;
}

/** A person's phone. */
export interface Handset {
  number: string;
  name: string;
  about?: string;
}

/** What happens to texts for one phone number. Times are milliseconds of sandbox time. */
export interface Destination {
  outcome: 'delivered' | 'sent-only' | 'undelivered' | 'failed';
  errorCode?: string;
  /** From the dispatch to the carrier's report. */
  latencyMs?: number;
}

export type TextState = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

/** One text, outbound or inbound, as the vendor's records know it. Times are milliseconds since the epoch. */
export interface SandboxText {
  uuid: string;
  apiId: string;
  direction: 'outbound' | 'inbound';
  /** Who wrote it: an API call, an XML answer to a webhook, the vendor itself, Verify, or a person's phone. */
  origin: 'api' | 'reply' | 'automatic' | 'verify' | 'person';
  from: string;
  to: string;
  text: string;
  type: 'sms' | 'mms';
  media: string[];
  state: TextState;
  errorCode: string | null;
  units: number;
  encoding: 'gsm-7' | 'ucs-2';
  /** Status callback of an outbound text. */
  url: string | null;
  method: 'POST' | 'GET';
  log: 'true' | 'false' | 'number_only' | 'content_only';
  powerpackUuid: string | null;
  requesterIp: string;
  /** Number of the last status callback that was generated. */
  sequence: number;
  acceptedAt: number;
  expiresAt: number;
  sentAt: number | null;
  reportedAt: number | null;
  /** When the carrier will report, while the text is `sent` and a report is to come. */
  reportDueAt: number | null;
}

/** One entry of the vendor's do-not-disturb table. */
export interface OptOut {
  number: string;
  person: string;
  campaign: string | null;
  at: number;
  /** The account may send one confirmation within five minutes; this says that it has. */
  confirmationUsed: boolean;
}

/** A call to the account's own server that is still to be answered with a 2xx. */
export interface PendingCallback {
  id: string;
  kind: 'status' | 'inbound';
  /** The uuid of the text that it is about. */
  about: string;
  url: string;
  method: 'POST' | 'GET';
  params: Record<string, string>;
  /** Attempts made so far. */
  attempts: number;
  dueAt: number;
}

export interface Powerpack {
  uuid: string;
  name: string;
  numbers: string[];
  stickySender: boolean;
  localConnect: boolean;
  applicationId: string | null;
  createdAt: number;
}

export interface VerifySession {
  uuid: string;
  appUuid: string;
  recipient: string;
  channel: 'sms' | 'voice';
  locale: string;
  code: string;
  isVerified: boolean;
  tries: number;
  /** The text that carries the code; null where it is spoken. */
  textUuid: string | null;
  requesterIp: string;
  createdAt: number;
  updatedAt: number;
}

export interface SandboxCall {
  uuid: string;
  from: string;
  to: string;
  answerUrl: string;
  at: number;
}

/** What can be switched while the sandbox runs. */
export interface Settings {
  /** The vendor answers STOP, START and HELP by itself. */
  automaticReplies: boolean;
  hasCredit: boolean;
  /** Calls to the API that one account may make in a window of sandbox time; no limit where null. */
  apiLimit: { calls: number; windowMs: number } | null;
  callbackFaults: CallbackFaults;
}

export interface CallbackFaults {
  /** Share of the callbacks that are posted twice, 0 to 1. */
  duplicate?: number;
  /** Each status callback of a text waits until a later one has been posted. */
  reorder?: boolean;
}

/** How one call to the account's server went. */
export interface CallbackAttempt {
  at: number;
  id: string;
  kind: PendingCallback['kind'];
  about: string;
  url: string;
  /** 1 for the first. */
  attempt: number;
  /** The HTTP status, or why there was none. */
  answer: number | string;
  /** When the vendor asks again; null when it was taken or given up. */
  againAt: number | null;
}

/** Everything that survives a restart. */
export interface PlivoState {
  clockMs: number;
  texts: SandboxText[];
  optOuts: OptOut[];
  destinations: Record<string, Destination>;
  handsets: Handset[];
  callbacks: PendingCallback[];
  powerpacks: Powerpack[];
  sessions: VerifySession[];
  calls: SandboxCall[];
  /** Name, address, city, state and time zone of the account, as it changed them. */
  account: Record<string, string>;
  openedAt: number;
  applications: Application[];
  subaccounts: Subaccount[];
  media: MediaFile[];
  bought: SandboxNumber[];
  /** Numbers that were given back. */
  released: string[];
  numberLinks: Record<string, NumberLink>;
  settings: Settings;
  /** While it lies ahead, sends are refused outright: the vendor does so for two minutes after a failure for credit. */
  noCreditUntil: number;
}

/** What listeners (the handset page) are told. */
export type SandboxEvent =
  | { kind: 'text'; text: SandboxText }
  | { kind: 'handsets' }
  | { kind: 'destinations' }
  | { kind: 'opt-outs' }
  | { kind: 'settings' }
  | { kind: 'faults'; faults: readonly Fault[] }
  | { kind: 'callback'; attempt: CallbackAttempt }
  | { kind: 'clock'; now: number };

/** A state in which nothing has happened yet. */
export function emptyState(nowMs: number): PlivoState {
  return {
    clockMs: nowMs,
    texts: [],
    optOuts: [],
    destinations: {},
    handsets: [],
    callbacks: [],
    powerpacks: [],
    sessions: [],
    calls: [],
    account: {},
    openedAt: nowMs,
    applications: [],
    subaccounts: [],
    media: [],
    bought: [],
    released: [],
    numberLinks: {},
    settings: { automaticReplies: true, hasCredit: true, apiLimit: null, callbackFaults: {} },
    noCreditUntil: 0,
  };
}
