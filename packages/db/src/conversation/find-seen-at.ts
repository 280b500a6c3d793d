import type { EntityManager } from '@mikro-orm/postgresql';
import { ThreadLook } from './thread-look.entity.ts';

/** When a customer last had a thread before them on the page, an ISO instant; null where none ever had. */
export async function findSeenAt(
  em: EntityManager,
  { billerId, conversationId }: { billerId: string; conversationId: string },
): Promise<string | null> {
  const [latest] = await em.find(
    ThreadLook,
    { billerId, conversationId },
    { orderBy: { at: 'desc' }, limit: 1 },
  );
  return latest?.at.toISOString() ?? null;
}
