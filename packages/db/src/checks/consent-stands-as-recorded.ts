import type { ConsentPurpose, ConsentStanding, ConsentState } from '@kvitt/domain/consent/consent';
import { type ConsentFact, foldConsent } from '@kvitt/domain/consent/fold-consent';
import { canonicalJson } from '@kvitt/domain/consent/ledger/canonical-json';
import { sql } from 'kysely';
import { FIRST_ID } from '../kit/first-id.ts';
import type { Check } from './check.ts';

/** Phones that are looked at in one go. */
const PAGE = 1_000;

export const consentStandsAsRecorded: Check = {
  name: 'consent-stands-as-recorded',
  says: 'How each phone stands to each purpose is what its events in the consent ledger come to.',
  async find(em) {
    const found: Record<string, unknown>[] = [];
    for (let after = FIRST_ID; ; ) {
      const { rows } = await sql<Row>`
        select p.id, p.biller_id as "billerId",
          (select coalesce(json_agg(json_build_object('act', e.act, 'purpose', e.purpose, 'channel', e.channel)
              order by e.seq), '[]')
            from consent_event e where e.biller_id = p.biller_id and e.phone_id = p.id) as events,
          (select coalesce(json_agg(json_build_object('purpose', c.purpose, 'state', c.state)), '[]')
            from consent c where c.biller_id = p.biller_id and c.phone_id = p.id) as standing
        from phone p where p.id > ${after} order by p.id limit ${PAGE}`.execute(em.getKysely());
      const last = rows.at(-1);
      if (!last) return found;
      found.push(...rows.flatMap(compare));
      after = last.id;
    }
  },
};

interface Row {
  id: string;
  billerId: string;
  events: ConsentFact[];
  standing: { purpose: ConsentPurpose; state: ConsentState }[];
}

function compare({ id, billerId, events, standing }: Row): Record<string, unknown>[] {
  let recorded: ConsentStanding = {};
  for (const event of events) {
    const answer = foldConsent(recorded, event);
    if (answer.kind === 'refused') return [{ billerId, phoneId: id, event, refusal: answer.refusal }];
    recorded = answer.standing;
  }
  const stored = Object.fromEntries(standing.map(({ purpose, state }) => [purpose, state]));
  return canonicalJson(stored) === canonicalJson({ ...recorded })
    ? []
    : [{ billerId, phoneId: id, stored, recorded }];
}
