import type { ConsentState } from '@kvitt/domain/consent/consent';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What a phone can take, and what its owner has agreed to. */
export interface TextStanding {
  lineType: 'mobile' | 'landline' | 'unknown';
  isUnreachable: boolean;
  /** To texts about bills; undefined where nobody ever asked. */
  consent: ConsentState | undefined;
  consentSince: Date | undefined;
}

/** Finds how a phone stands to texts as it is now, within the caller's transaction. */
export async function findTextStanding(
  em: EntityManager,
  billerId: string,
  phoneId: string,
): Promise<TextStanding> {
  const { rows } = await sql<Row>`
    select p.line_type as "lineType", p.unreachable_since is not null as "isUnreachable", c.state, c.since
    from phone p
    left join consent c on c.biller_id = p.biller_id and c.phone_id = p.id and c.purpose = 'service'
    where p.biller_id = ${billerId} and p.id = ${phoneId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no phone ${phoneId}`);
  const { state, since, ...phone } = row;
  return {
    ...phone,
    consent: state ?? undefined,
    consentSince: since === null ? undefined : new Date(since),
  };
}

interface Row extends Pick<TextStanding, 'lineType' | 'isUnreachable'> {
  state: ConsentState | null;
  since: string | null;
}
