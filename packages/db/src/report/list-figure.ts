import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';
import { FIGURES, type FigurePart } from './figure-rows.ts';
import type { ReportSpan } from './load-funnels.ts';

/** One of what a figure counts, and the screen that it stands on. */
export interface FigureLine {
  id: string;
  at: string;
  /** Whom it is about. */
  name: string;
  /** The agent whose work it was; null where it was nobody's. */
  agent: string | null;
  /** What says which: a number of a bill, a state. */
  detail: string;
  /** Minor units; null where it is no money. */
  minor: number | null;
  place: 'enrollments' | 'inbox' | 'customers';
  placeId: string | null;
}

/**
 * What a figure of the overview counts, latest first: as many lines as it says, by the same conditions.
 * @param page.after where the page before ended
 */
export async function listFigure(
  em: EntityManager,
  span: ReportSpan,
  part: FigurePart,
  page: { after?: { at: string; id: string } | undefined; most: number },
): Promise<FigureLine[]> {
  const { after, most } = page;
  const lines: RawBuilder<unknown> = FIGURES[part.figure](span, part);
  const behind = after ? sql`where (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<FigureLine>`
    with line as (${lines})
    select id, ${isoInstant(sql`at`)} as at, coalesce(name, '') as name, agent, detail, minor::float8 as minor, place,
      place_id as "placeId"
    from line ${behind} order by line.at desc, id desc limit ${most}`.execute(em.getKysely());
  return rows;
}
