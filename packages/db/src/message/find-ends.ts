import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The two ends of a text: the number that it comes from, and what its phone has asked of texts. */
interface Ends {
  from: string;
  isWithoutLinks: boolean;
}

/** Finds both ends of a text, with one question, as they are within the caller's transaction. */
export async function findEnds(
  em: EntityManager,
  { billerId, senderId, phoneId }: { billerId: string; senderId: string; phoneId: string },
): Promise<Ends> {
  const { rows } = await sql<Ends>`
    select s.number as "from", p.no_links_since is not null as "isWithoutLinks"
    from sender s join phone p on p.biller_id = s.biller_id and p.id = ${phoneId}
    where s.biller_id = ${billerId} and s.id = ${senderId}`.execute(em.getKysely());
  const [ends] = rows;
  if (!ends) throw new Error(`there is no phone ${phoneId} or no sender ${senderId}`);
  return ends;
}
