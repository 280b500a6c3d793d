import { sql } from 'kysely';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/**
 * Chooses, within the caller's transaction, whether a biller holds to the law alone (`S`) or to our own limits too (`P`: one
 * text about an overdue debt a day, three in seven days, and our own hours).
 */
export async function setContactProfile(
  tx: TxCtx,
  { billerId, profile, by }: { billerId: string; profile: 'S' | 'P'; by: string },
): Promise<void> {
  await sql`insert into contact_profile (biller_id, profile) values (${billerId}, ${profile})
    on conflict (biller_id) do update set profile = excluded.profile`.execute(tx.em.getKysely());
  const on = { subject: 'contact-profile', subjectId: billerId, detail: profile };
  await noteAct(tx, { billerId, id: null, name: by }, 'contact-profile-set', on);
}
