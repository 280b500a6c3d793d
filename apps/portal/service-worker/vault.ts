const NAME = 'kvitt';
const STORES = ['key', 'page', 'outbox', 'shared'] as const;
/** Counts up with each store that is added. */
const VERSION = 2;

type Store = (typeof STORES)[number];

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** A key that cannot be read out, and until when it may be used. */
interface KeptKey {
  key: CryptoKey;
  untilMs: number;
}

/**
 * What was written waits longer than pages are kept, under a key of its own: the session's end is no reason to lose it, and
 * the server asks for a proof before it takes it.
 */
const WAITS_MS = 7 * 24 * 3_600_000;

const SESSION = 'session';
const OUTBOX = 'outbox';

/**
 * Keeps something at rest, sealed: whoever gets at the browser's files reads nothing without the key.
 * @param untilMs when the session ends; where absent, only an open session's key will do
 * @returns false where no session is open; rejects where there is no room
 */
export async function seal(store: Store, id: string, value: unknown, untilMs?: number): Promise<boolean> {
  const key = await openKeyOf(store, untilMs);
  if (!key) return false;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  await ask(store, 'readwrite', (kept) => kept.put({ iv, bytes }, id));
  return true;
}

/** What was kept under this name; undefined where there is nothing, its key is gone, or the browser keeps nothing at all. */
export async function unseal<T>(store: Store, id: string): Promise<T | undefined> {
  try {
    const key = await readKey(store === OUTBOX ? OUTBOX : SESSION);
    const sealed = await ask<Sealed | undefined>(store, 'readonly', (kept) => kept.get(id));
    if (!key || !sealed) return undefined;
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key.key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // Sealed with the key of an earlier session.
    return undefined;
  }
}

/** The names of what is kept, in their own order; none where the browser keeps nothing. */
export async function listSealed(store: Store): Promise<string[]> {
  const keys = ask<IDBValidKey[]>(store, 'readonly', (kept) => kept.getAllKeys());
  return (await keys.catch(() => [])).map(String);
}

export async function remove(store: Store, id: string): Promise<void> {
  await ask(store, 'readwrite', (kept) => kept.delete(id));
}

/** Forgets everything, the keys first: what is left of the rest can never be read. */
export async function wipe(): Promise<void> {
  for (const store of STORES) await ask(store, 'readwrite', (kept) => kept.clear()).catch(() => undefined);
}

/** What waits is sealed where a session is open, or something of an earlier one waits already. */
async function openKeyOf(store: Store, untilMs: number | undefined): Promise<CryptoKey | undefined> {
  if (store !== OUTBOX) return openKey(SESSION, untilMs);
  const isOpen = (await readKey(SESSION)) !== undefined;
  return openKey(OUTBOX, isOpen ? Date.now() + WAITS_MS : undefined);
}

async function openKey(id: string, untilMs: number | undefined): Promise<CryptoKey | undefined> {
  const kept = await readKey(id);
  if (kept) {
    if (untilMs !== undefined && untilMs > kept.untilMs) await keepKey(id, { ...kept, untilMs });
    return kept.key;
  }
  if (untilMs === undefined || untilMs <= Date.now()) return undefined;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await keepKey(id, { key, untilMs });
  return key;
}

/** The key, while it may be used; one that is over goes, and with the session's the pages that it sealed. */
async function readKey(id: string): Promise<KeptKey | undefined> {
  const kept = await ask<KeptKey | undefined>('key', 'readonly', (store) => store.get(id));
  if (!kept || kept.untilMs > Date.now()) return kept;
  await remove('key', id);
  if (id !== SESSION) return undefined;
  for (const store of ['page', 'shared'] as const) await ask(store, 'readwrite', (one) => one.clear());
  return undefined;
}

function keepKey(id: string, kept: KeptKey): Promise<unknown> {
  return ask('key', 'readwrite', (store) => store.put(kept, id));
}

async function ask<T>(
  store: Store,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const db = await openDb();
  try {
    const transaction = db.transaction(store, mode);
    // What was asked may be granted and taken back when it is written: a phone without room says so only then.
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [answer] = await Promise.all([done<T>(act(transaction.objectStore(store))), written]);
    return answer;
  } finally {
    db.close();
  }
}

function openDb(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const { result: db } = request;
    for (const store of STORES) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
  };
  return done<IDBDatabase>(request);
}

function done<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
