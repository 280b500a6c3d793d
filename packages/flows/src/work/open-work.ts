import { insertOnce } from '@kvitt/db/kit/insert-once';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import type { WorkKind } from '@kvitt/domain/work/work-kind';
import type { TxCtx } from '../kit/context.ts';

export interface WorkOrder {
  billerId: string;
  kind: WorkKind;
  /** What it is about: an id of ours, or of the processor's. */
  subject: string;
  /** What was found, in short; the same about the same subject is opened once, also after it was closed. */
  about: string;
  /** What is known, for whoever looks at it; no names, numbers or words of customers. */
  evidence: Record<string, unknown>;
  by: string;
}

/**
 * Asks a person to look at something, within the caller's transaction.
 * @returns whether it is new
 */
export async function openWork(tx: TxCtx, order: WorkOrder): Promise<boolean> {
  const { by, ...item } = order;
  return insertOnce(tx.em, WorkItem, {
    ...item,
    id: tx.ids.next(),
    owner: null,
    openedAt: tx.clock.now(),
    openedBy: by,
    closedAt: null,
    closedBy: null,
    reason: null,
  });
}
