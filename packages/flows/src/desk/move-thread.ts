import { Agent } from '@kvitt/db/agent/agent.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Desk } from '@kvitt/db/desk/desk.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/** An agent at the desk. */
export type AtDesk = Actor & { id: string };

export type Move =
  /** Takes the thread, unless a colleague has it. */
  | { kind: 'take' }
  /** Gives it to a colleague, to whoever of a team takes it first, or back to everybody. */
  | { kind: 'hand-over'; to: string | null; team?: string | undefined }
  | { kind: 'snooze'; until: Date }
  | { kind: 'close' }
  | { kind: 'reopen' }
  /** The agent has seen what there is, failures too. */
  | { kind: 'read' };

export type MoveAnswer =
  | { kind: 'moved' }
  | { kind: 'refused'; refusal: 'NO_SUCH_THREAD' | 'NO_SUCH_AGENT' | 'NO_SUCH_TEAM' | 'IN_THE_PAST' }
  /** A colleague was faster. */
  | { kind: 'refused'; refusal: 'TAKEN'; by: string };

/** Moves a thread at the desk. The row is locked first, so two agents at the same instant find one thread. */
export async function moveThread(
  tx: TxCtx,
  actor: AtDesk,
  { conversationId, move }: { conversationId: string; move: Move },
): Promise<MoveAnswer> {
  const { billerId } = actor;
  const desk = await lockDesk(tx, billerId, conversationId);
  if (!desk) return { kind: 'refused', refusal: 'NO_SUCH_THREAD' };
  const change = await changeFor(tx, actor, desk, move);
  if ('refusal' in change) return change;
  await tx.em.nativeUpdate(Desk, { billerId, conversationId }, change.set);
  // The machine may ask for a person again as soon as the customer writes what only a person can answer.
  if (move.kind === 'close') {
    const forgotten = { personWantedSince: null, personWantedWhy: null };
    await tx.em.nativeUpdate(Conversation, { billerId, id: conversationId }, forgotten);
  }
  if (move.kind !== 'read') {
    const detail = move.kind === 'hand-over' ? (move.team ?? move.to ?? 'everybody') : undefined;
    await noteAct(tx, actor, `thread.${move.kind}`, {
      subject: 'conversation',
      subjectId: conversationId,
      ...(detail && { detail }),
    });
  }
  return { kind: 'moved' };
}

/** A thread that was never at the desk gets a row when an agent first does something with it. */
async function lockDesk(tx: TxCtx, billerId: string, conversationId: string): Promise<Desk | null> {
  const key = { billerId, conversationId };
  const conversation = await tx.em.findOne(Conversation, { billerId, id: conversationId });
  if (!conversation) return null;
  await insertOnce(tx.em, Desk, {
    ...key,
    state: 'closed',
    assigneeId: null,
    team: null,
    lastAt: conversation.lastInboundAt ?? conversation.openedAt,
    lastWords: '',
    lastDirection: 'out',
    lastState: 'sent',
    lastMessageId: null,
    unreadSince: null,
    wantedSince: null,
    snoozedUntil: null,
    failedAt: null,
  });
  return tx.em.findOne(Desk, key, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

type Change =
  | {
      set: Partial<
        Pick<
          Desk,
          'state' | 'assigneeId' | 'team' | 'snoozedUntil' | 'wantedSince' | 'unreadSince' | 'failedAt'
        >
      >;
    }
  | Extract<MoveAnswer, { kind: 'refused' }>;

async function changeFor(tx: TxCtx, actor: AtDesk, desk: Desk, move: Move): Promise<Change> {
  const { billerId } = actor;
  switch (move.kind) {
    case 'take': {
      const by = await findHolder(tx, actor, desk.assigneeId);
      if (by !== undefined) return { kind: 'refused', refusal: 'TAKEN', by };
      return { set: { assigneeId: actor.id, state: 'open', snoozedUntil: null } };
    }
    case 'hand-over': {
      const { to, team } = move;
      if (team !== undefined) {
        // A team that nobody is in would never answer.
        const isManned = await tx.em.findOne(Agent, { billerId, team, removedAt: null });
        if (!isManned) return { kind: 'refused', refusal: 'NO_SUCH_TEAM' };
        return { set: { assigneeId: null, team, state: 'open', snoozedUntil: null } };
      }
      const isThere = to === null || (await tx.em.findOne(Agent, { billerId, id: to, removedAt: null }));
      if (!isThere) return { kind: 'refused', refusal: 'NO_SUCH_AGENT' };
      return { set: { assigneeId: to, team: null, state: 'open', snoozedUntil: null } };
    }
    case 'snooze':
      if (move.until <= tx.clock.now()) return { kind: 'refused', refusal: 'IN_THE_PAST' };
      return { set: { state: 'snoozed', snoozedUntil: move.until } };
    case 'close':
      return {
        set: { state: 'closed', snoozedUntil: null, wantedSince: null, unreadSince: null, failedAt: null },
      };
    case 'reopen':
      return { set: { state: 'open', snoozedUntil: null } };
    case 'read':
      return { set: { unreadSince: null, failedAt: null } };
  }
}

/** The colleague who has a thread, by name; undefined where it is nobody's or the agent's own. */
export async function findHolder(
  tx: TxCtx,
  actor: AtDesk,
  assigneeId: string | null | undefined,
): Promise<string | undefined> {
  if (!assigneeId || assigneeId === actor.id) return undefined;
  const colleague = await tx.em.findOne(Agent, { billerId: actor.billerId, id: assigneeId, removedAt: null });
  return colleague?.name;
}
