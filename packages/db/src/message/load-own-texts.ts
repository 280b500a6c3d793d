import type { Language } from '@kvitt/domain/locale/language';
import { type CompiledText, compileText } from '@kvitt/domain/message/templates/compile-text';
import { type LockScreen, OPEN_LOCK_SCREEN } from '@kvitt/domain/message/templates/fits-lock-screen';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface OwnTexts {
  /** The newest version in it; 0 where the biller has no wording of its own. */
  version: number;
  /** Whether first names go out in plain letters. */
  isNameSpelt: boolean;
  /** The most that a lock screen may be told. */
  lockScreen: LockScreen;
  find(name: TemplateName, language: Language): CompiledText | undefined;
}

/**
 * The wordings that a biller has put in place of ours. Every text asks for them, so they are looked for once in a
 * transaction, by the number of the newest alone; what a number stands for never changes, so it is read once in a process. With it comes
 * what the biller chose for all its texts.
 */
export async function loadOwnTexts(em: EntityManager, billerId: string): Promise<OwnTexts> {
  const known = inTransaction.get(em) ?? new Map<string, Promise<OwnTexts>>();
  inTransaction.set(em, known);
  const asked = known.get(billerId) ?? load(em, billerId);
  known.set(billerId, asked);
  return asked;
}

/** Each transaction has an entity manager of its own, and forgets with it. */
const inTransaction = new WeakMap<EntityManager, Map<string, Promise<OwnTexts>>>();

/** By database first: two that a process has open may have billers of the same id. */
const inProcess = new WeakMap<object, Map<string, OwnTexts>>();

/** So many billers' wordings are kept; more are read again. */
const KEPT = 500;

const NONE: OwnTexts = {
  version: 0,
  isNameSpelt: false,
  lockScreen: OPEN_LOCK_SCREEN,
  find: () => undefined,
};

async function load(em: EntityManager, billerId: string): Promise<OwnTexts> {
  const { rows } = await sql<{
    version: number | null;
    isNameSpelt: boolean | null;
    lockScreen: LockScreen | null;
  }>`
    select (select max(version) from template where biller_id = ${billerId}) as version, s.is_name_spelt as "isNameSpelt",
      case when s.biller_id is not null then json_build_object('info', s.info_level, 'receipt', s.receipt_level,
        'past_due', s.past_due_level) end as "lockScreen"
    from (select) one left join text_setting s on s.biller_id = ${billerId}`.execute(em.getKysely());
  const version = rows[0]?.version ?? 0;
  const chosen = {
    isNameSpelt: rows[0]?.isNameSpelt ?? false,
    lockScreen: rows[0]?.lockScreen ?? OPEN_LOCK_SCREEN,
  };
  if (version === 0) return { ...NONE, ...chosen };
  const database = em.getDriver();
  const kept = inProcess.get(database) ?? new Map<string, OwnTexts>();
  inProcess.set(database, kept);
  const known = kept.get(billerId);
  if (known?.version === version) return { ...known, ...chosen };
  const loaded = await read(em, billerId, version);
  if (kept.size >= KEPT) kept.clear();
  kept.set(billerId, loaded);
  return { ...loaded, ...chosen };
}

async function read(em: EntityManager, billerId: string, version: number): Promise<OwnTexts> {
  const { rows } = await sql<{ name: TemplateName; language: Language; wording: string | null }>`
    select distinct on (name, language) name, language, wording from template
    where biller_id = ${billerId} and version <= ${version}
    order by name, language, version desc`.execute(em.getKysely());
  const texts = new Map<string, CompiledText>();
  for (const { name, language, wording } of rows) {
    if (wording !== null) texts.set(`${language} ${name}`, compileText(wording, language));
  }
  return { ...NONE, version, find: (name, language) => texts.get(`${language} ${name}`) };
}
