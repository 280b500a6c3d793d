import { findStanding } from '@kvitt/db/consent/find-standing';
import { type ReadEntry, readLedger } from '@kvitt/db/consent/read-ledger';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `consent show --phone`: how a phone stands with each biller that knows it, and all that ever happened to it. */
export async function showConsents(options: { phone: string; json?: boolean }): Promise<ExitCode> {
  const e164 = `+${options.phone.replace(/\D/g, '')}`;
  return withContext({ isReadOnly: true }, async (ctx) => {
    const phones = await ctx.em.fork().find(Phone, { e164 }, { orderBy: { billerId: 'asc' } });
    if (phones.length === 0) {
      notice(`There is no phone ${e164}.`);
      return EXIT.no;
    }
    for (const phone of phones) {
      const found = await findConsents(ctx, phone);
      await writeAnswer(options.json ? `${JSON.stringify(found)}\n` : describe(found));
    }
    return EXIT.done;
  });
}

async function findConsents(ctx: Ctx, { billerId, id, e164 }: Phone) {
  const em = ctx.em.fork();
  const events: ReadEntry[] = [];
  for await (const page of readLedger(em, billerId, { phoneId: id })) events.push(...page);
  return {
    biller: billerId,
    phone: e164,
    standing: await findStanding(em, billerId, id),
    events: events.map(({ entry, details }) => ({
      seq: entry.seq,
      at: entry.at,
      purpose: entry.purpose,
      act: entry.act,
      channel: entry.channel,
      ...details,
    })),
  };
}

function describe({ biller, phone, standing, events }: Awaited<ReturnType<typeof findConsents>>): string {
  const stands = Object.entries(standing).map(([purpose, state]) => `${purpose} ${state}`);
  const lines = [
    `${phone}, biller ${biller}: ${stands.join(', ') || 'nothing agreed to'}`,
    ...events.map(
      ({ seq, at, purpose, act, channel, actor, wording }) =>
        `  ${seq}  ${at}  ${purpose} ${act}, by ${actor} over ${channel}: “${wording}”`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
