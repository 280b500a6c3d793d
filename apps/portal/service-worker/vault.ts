const NAME = 'kvitt';
const STORES = ['key', 'page', 'outbox', 'shared'] as const;
/** Counts up with each store that is added. */
const VERSION = 2;

type Store = (typeof STORES)[number];

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** The key of this session's pages; it cannot be read out, and ends with the session. */
interface KeptKey {
  key: CryptoKey;
  untilMs: number;
}

/**
 * Keeps something at rest, sealed with the session's key: whoever gets at the browser's files reads nothing without it.
 * @param untilMs when the session ends; where absent, only an open session's key will do
 */
export async function seal(store: Store, id: string, value: unknown, untilMs?: number): Promise<boolean> {
  const key = await openKey(untilMs);
  if (!key) return false;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  await ask(store, 'readwrite', (kept) => kept.put({ iv, bytes }, id));
  return true;
}

/** What was kept under this name; undefined where there is nothing, or its session is over. */
export async function unseal<T>(store: Store, id: string): Promise<T | undefined> {
  const key = await openKey();
  const sealed = await ask<Sealed | undefined>(store, 'readonly', (kept) => kept.get(id));
  if (!key || !sealed) return undefined;
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // Sealed with the key of an earlier session.
    return undefined;
  }
}

/** The names of what is kept, in their own order. */
export async function listSealed(store: Store): Promise<string[]> {
  return (await ask<IDBValidKey[]>(store, 'readonly', (kept) => kept.getAllKeys())).map(String);
}

export async function remove(store: Store, id: string): Promise<void> {
  await ask(store, 'readwrite', (kept) => kept.delete(id));
}

/** Forgets everything, the key first: what is left of the rest can never be read. */
export async function wipe(): Promise<void> {
  for (const store of STORES) await ask(store, 'readwrite', (kept) => kept.clear());
}

async function openKey(untilMs?: number): Promise<CryptoKey | undefined> {
  const kept = await ask<KeptKey | undefined>('key', 'readonly', (store) => store.get('session'));
  const now = Date.now();
  if (kept && kept.untilMs > now) {
    if (untilMs !== undefined && untilMs > kept.untilMs) await keepKey({ ...kept, untilMs });
    return kept.key;
  }
  if (kept) await wipe();
  if (untilMs === undefined || untilMs <= now) return undefined;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await keepKey({ key, untilMs });
  return key;
}

function keepKey(kept: KeptKey): Promise<unknown> {
  return ask('key', 'readwrite', (store) => store.put(kept, 'session'));
}

async function ask<T>(
  store: Store,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const db = await openDb();
  try {
    return await done<T>(act(db.transaction(store, mode).objectStore(store)));
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
