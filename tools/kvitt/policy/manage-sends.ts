import { Sender } from '@kvitt/db/biller/sender.entity';
import { wakeDispatcher } from '@kvitt/db/message/wake-dispatcher';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

export interface SendsOptions {
  biller?: string;
  json?: boolean;
}

/**
 * `sends pause`, `sends resume`, `sends status`: stops handing texts of a biller to the carrier, lets it go on, or says how
 * it stands. What is queued stays queued, and is checked again when it is claimed; a text that is being handed over at the
 * very moment still goes. Resuming also takes a brake off that an outage has put on.
 */
export async function manageSends(
  act: 'pause' | 'resume' | 'status',
  options: SendsOptions,
): Promise<ExitCode> {
  return withContext({ isReadOnly: act === 'status' }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet, so nothing is sent.');
    const em = ctx.em.fork();
    if (act === 'pause') {
      await em.nativeUpdate(Sender, { billerId: biller.id, pausedAt: null }, { pausedAt: ctx.clock.now() });
    }
    if (act === 'resume') {
      const running = { pausedAt: null, unknownStreak: 0, brakedUntil: null };
      await em.nativeUpdate(Sender, { billerId: biller.id }, running);
      await wakeDispatcher(em);
    }
    const status = await readStatus(ctx, biller.id);
    if (options.json) await writeAnswer(`${JSON.stringify({ biller: biller.slug, senders: status })}\n`);
    else await writeAnswer(status.map(sayStatus).join(''));
    return EXIT.done;
  });
}

interface SenderStatus {
  number: string;
  pausedAt: string | null;
  brakedUntil: string | null;
  /** Queued and due, queued for a later minute, and left to a person. */
  waiting: number;
  deferred: number;
  held: number;
  nextAt: string | null;
}

async function readStatus(ctx: Ctx, billerId: string): Promise<SenderStatus[]> {
  const now = ctx.clock.now();
  return ctx.em.fork().execute<SenderStatus[]>(
    `select s.number, s.paused_at as "pausedAt", case when s.braked_until > ? then s.braked_until end as "brakedUntil",
      count(m.id) filter (where m.state = 'queued' and m.send_at <= ?)::int as waiting,
      count(m.id) filter (where m.state = 'queued' and m.send_at > ?)::int as deferred,
      count(m.id) filter (where m.state = 'held')::int as held,
      min(m.send_at) filter (where m.state = 'queued' and m.send_at > ?) as "nextAt"
    from sender s left join message m on m.biller_id = s.biller_id and m.sender_id = s.id and m.state in ('queued', 'held')
    where s.biller_id = ? group by s.biller_id, s.id order by s.number`,
    [now, now, now, now, billerId],
  );
}

function sayStatus(one: SenderStatus): string {
  const iso = (at: string) => new Date(at).toISOString().replace('.000Z', 'Z');
  const state = one.pausedAt
    ? `paused since ${iso(one.pausedAt)}`
    : one.brakedUntil
      ? `braked until ${iso(one.brakedUntil)}: the carrier does not answer`
      : 'sending';
  const later = one.nextAt ? `, ${one.deferred} for later (the first at ${iso(one.nextAt)})` : '';
  const held = one.held > 0 ? `, ${one.held} held for a person` : '';
  return `${one.number}: ${state}; ${one.waiting} texts wait${later}${held}.\n`;
}
