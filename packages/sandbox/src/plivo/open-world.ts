import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SandboxClock } from '../control/clock.ts';
import { type Faults, seededDice } from '../control/faults.ts';
import { type Agenda, keepAgenda } from './keep-agenda.ts';
import { rentedNumbers } from './rented-numbers.ts';
import {
  type CallbackAttempt,
  emptyState,
  type Handset,
  type PlivoState,
  type SandboxEvent,
  type SandboxNumber,
  type SandboxText,
} from './sandbox-state.ts';

export interface WorldOptions {
  authId: string;
  authToken: string;
  numbers: SandboxNumber[];
  clock: SandboxClock;
  faults: Faults;
  stateFile?: string;
  handsets?: Handset[];
  /** Real milliseconds that the account's server has to answer a callback; 8,000 at the vendor. */
  answerTimeoutMs: number;
  seed: number;
}

/** A source number's queue. */
export interface Lane {
  source: string;
  queue: SandboxText[];
  /** When the next text may leave. */
  freeAt: number;
  /** No text in the queue expires before this; it may be too early, never too late. */
  earliestExpiry: number;
  callOff: () => void;
}

/** The emulator's memory and its few ways to act, handed to every part of it. */
export interface PlivoWorld {
  authId: string;
  authToken: string;
  /** The numbers that the account rents at present. */
  numbers: Map<string, SandboxNumber>;
  configuredNumbers: readonly SandboxNumber[];
  /** Uploaded files, by their ids. */
  mediaBytes: Map<string, ArrayBuffer>;
  clock: SandboxClock;
  faults: Faults;
  agenda: Agenda;
  answerTimeoutMs: number;
  state: PlivoState;
  texts: Map<string, SandboxText>;
  lanes: Map<string, Lane>;
  /** HTTP calls to the account's server that are under way. */
  inFlight: Set<Promise<unknown>>;
  /** The last callback of each text, so that the next one is posted after it. */
  tails: Map<string, Promise<unknown>>;
  /** Callbacks held back by the `reorder` fault, by text. */
  held: Map<string, () => Promise<void>>;
  /** The last few hundred calls to the account's server, oldest first. */
  callbackLog: CallbackAttempt[];
  listeners: Set<(event: SandboxEvent) => void>;
  /** Throws of the seeded dice, 0 to 1. */
  roll: () => number;
  now(): number;
  /** As the agenda's `later`, and what `act` changed is saved when it has settled. */
  later(delayMs: number, act: () => void | Promise<void>): () => void;
  /** Says that the state has changed: listeners hear of it and the next `save` writes. */
  tell(event: SandboxEvent): void;
  /** Writes the snapshot if anything has changed since the last one. */
  save(): void;
  /** Aborted when the sandbox stops: what is in flight is cut, what was to come does not happen. */
  stopping: AbortController;
}

/** Opens the emulator's memory, from the snapshot where there is one. */
export async function openWorld(options: WorldOptions): Promise<PlivoWorld> {
  const { clock, stateFile } = options;
  const agenda = keepAgenda(clock);
  const state = readSnapshot(stateFile, clock.now());
  // Time never goes back: what was reported yesterday must not lie in tomorrow after a restart.
  if (state.clockMs > clock.now()) await clock.advance(state.clockMs - clock.now());
  for (const handset of options.handsets ?? []) {
    if (!state.handsets.some((known) => known.number === handset.number)) state.handsets.push(handset);
  }
  let isDirty = true;
  const world: PlivoWorld = {
    authId: options.authId,
    authToken: options.authToken,
    numbers: rentedNumbers(options.numbers, state),
    configuredNumbers: options.numbers,
    mediaBytes: new Map(),
    clock,
    faults: options.faults,
    agenda,
    answerTimeoutMs: options.answerTimeoutMs,
    state,
    texts: new Map(state.texts.map((text) => [text.uuid, text])),
    lanes: new Map(),
    inFlight: new Set(),
    tails: new Map(),
    held: new Map(),
    callbackLog: [],
    listeners: new Set(),
    roll: seededDice(options.seed),
    now: () => Math.round(clock.now()),
    later: (delayMs, act) =>
      agenda.later(delayMs, async () => {
        if (world.stopping.signal.aborted) return;
        await act();
        world.save();
      }),
    tell(event) {
      isDirty = true;
      for (const listener of world.listeners) listener(event);
    },
    save() {
      if (!isDirty || !stateFile || world.stopping.signal.aborted) return;
      isDirty = false;
      state.clockMs = world.now();
      writeSnapshot(stateFile, state);
    },
    stopping: new AbortController(),
  };
  return world;
}

/** Draws the account's numbers up anew, after one was rented, given back or put on another application. */
export function refreshNumbers(world: PlivoWorld): void {
  world.numbers = rentedNumbers(world.configuredNumbers, world.state);
}

function readSnapshot(stateFile: string | undefined, nowMs: number): PlivoState {
  if (!stateFile || !existsSync(stateFile)) return emptyState(nowMs);
  return { ...emptyState(nowMs), ...JSON.parse(readFileSync(stateFile, 'utf8')) };
}

/** Written aside and renamed, so that a process killed in the middle leaves the last whole snapshot. */
function writeSnapshot(stateFile: string, state: PlivoState): void {
  const aside = `${stateFile}.${process.pid}.part`;
  writeFileSync(aside, JSON.stringify(state));
  renameSync(aside, stateFile);
}
