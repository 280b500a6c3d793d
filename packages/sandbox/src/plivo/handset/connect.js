import { peerOf, personOf, placeOf, timeOf } from './read-text.js';

/** What the page knows of the sandbox. `view` is as the server gives it; the rest is kept up by its events. */
export const known = {
  view: null,
  now: Date.now(),
  /** person → uuid → text */
  texts: new Map(),
  /** uuid of a text → how the last call about it to the account's server went */
  attempts: new Map(),
  /** The last calls to the account's server, newest first. */
  calls: [],
  isOnline: true,
  /** How far a move of the clock is, or how the last one ended; null where none was asked for. */
  move: null,
};

const watchers = new Set();
const readMarks = JSON.parse(localStorage.getItem('handset-read') ?? '{}');

/** Calls `act(what)` after each change: 'view', 'texts', 'clock', 'calls', 'online' or 'move'. */
export function watch(act) {
  watchers.add(act);
}

/** Asks the sandbox for something; rejects with the sentence that it answers. `read` reads what is no plain JSON. */
export async function ask(method, path, body, read) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (read && response.ok) return read(response);
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(answer?.error ?? `The sandbox answered ${response.status}.`);
  return answer;
}

/** Loads everything and listens for what changes, for as long as the page is open. */
export async function connect() {
  await reload();
  const events = new EventSource('/sandbox/events');
  events.onopen = () => {
    if (!known.isOnline) void reload();
    setOnline(true);
  };
  events.onerror = () => setOnline(false);
  events.onmessage = ({ data }) => take(JSON.parse(data));
}

/** Fetches the whole thread of a phone; the first view has only the latest texts of each. */
export async function loadThread(person) {
  const asOf = heard;
  const { texts } = await ask('GET', `texts?person=${person}`);
  for (const text of texts) keepUnlessHeard(text, asOf);
  tell('texts');
}

/** The texts between a phone and one number of the account, in the order in which they happened to the phone. */
export function threadOf(person, peer) {
  return [...(known.texts.get(person)?.values() ?? [])]
    .filter((text) => peerOf(text) === peer)
    .sort((a, b) => timeOf(a) - timeOf(b));
}

/** The numbers of the account that a phone has texts with, the latest first, each with its last text. */
export function threadsOf(person) {
  const last = new Map();
  for (const text of known.texts.get(person)?.values() ?? []) {
    if (placeOf(text) === 'coming') continue;
    const other = last.get(peerOf(text));
    if (!other || timeOf(text) >= timeOf(other)) last.set(peerOf(text), text);
  }
  return [...last].sort(([, a], [, b]) => timeOf(b) - timeOf(a)).map(([peer, text]) => ({ peer, text }));
}

/** Texts that have come since the thread was last looked at; of all threads where no peer is named. */
export function unreadOf(person, peer) {
  return [...(known.texts.get(person)?.values() ?? [])].filter(
    (text) =>
      placeOf(text) === 'here' &&
      (!peer || peerOf(text) === peer) &&
      timeOf(text) > (readMarks[`${person} ${peerOf(text)}`] ?? 0),
  ).length;
}

export function markRead(person, peer) {
  const latest = Math.max(0, ...threadOf(person, peer).map(timeOf));
  if (latest <= (readMarks[`${person} ${peer}`] ?? 0)) return;
  readMarks[`${person} ${peer}`] = latest;
  localStorage.setItem('handset-read', JSON.stringify(readMarks));
  // Told afterwards: whoever marks is in the middle of drawing.
  queueMicrotask(() => tell('texts'));
}

/** How many events about texts have come, and with which of them each text came last. */
let heard = 0;
const heardAt = new Map();

let isReloading = false;
let isStale = false;

/** Asked for while it is under way, it is done once more: what it is about to bring may be from before. */
async function reload() {
  isStale = true;
  if (isReloading) return;
  isReloading = true;
  try {
    while (isStale) {
      isStale = false;
      const asOf = heard;
      known.view = await ask('GET', 'view');
      known.now = known.view.now;
      for (const phone of known.view.phones) for (const text of phone.texts) keepUnlessHeard(text, asOf);
      tell('view');
      tell('texts');
    }
  } catch {
    setOnline(false);
  } finally {
    isReloading = false;
  }
}

/** An event that came while we were asking is newer than the answer. */
function keepUnlessHeard(text, asOf) {
  if ((heardAt.get(text.uuid) ?? 0) <= asOf) keep(text);
}

function take(event) {
  if (event.kind === 'clock') {
    known.now = event.now;
    tell('clock');
  } else if (event.kind === 'text') {
    heardAt.set(event.text.uuid, ++heard);
    const isNew = !known.texts.has(personOf(event.text));
    keep(event.text);
    if (isNew) void reload();
    else tell('texts');
  } else if (event.kind === 'callback') {
    known.attempts.set(event.attempt.about, event.attempt);
    known.calls = [event.attempt, ...known.calls].slice(0, 8);
    tell('calls');
  } else void reload();
}

function keep(text) {
  const person = personOf(text);
  const ofPerson = known.texts.get(person) ?? new Map();
  ofPerson.set(text.uuid, text);
  known.texts.set(person, ofPerson);
}

export function noteMove(move) {
  known.move = move;
  tell('move');
}

function setOnline(isOnline) {
  if (known.isOnline === isOnline) return;
  known.isOnline = isOnline;
  tell('online');
}

function tell(what) {
  for (const act of watchers) act(what);
}
