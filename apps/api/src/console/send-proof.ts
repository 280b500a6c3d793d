import { Biller } from '@kvitt/db/biller/biller.entity';
import { listOptOuts } from '@kvitt/db/consent/list-opt-outs';
import { Message } from '@kvitt/db/message/message.entity';
import { AUDITORS } from '@kvitt/domain/agent/role';
import { CURRENCIES } from '@kvitt/domain/money/money';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { exportLedger } from '@kvitt/flows/consent/export-ledger';
import { provePhone } from '@kvitt/flows/consent/prove-phone';
import { proveText } from '@kvitt/flows/consent/prove-text';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeLedger } from '@kvitt/flows/ledger/write-ledger';
import { writeRows } from '@kvitt/flows/report/write-rows';
import type { Context } from 'hono';
import { z } from 'zod';
import { type SentFile, sendFile } from '../kit/send-file.ts';
import { limitToBiller, type SignedIn } from '../kit/session.ts';

interface Wanted {
  c: Context;
  /** Limited to the biller in every transaction; what is read outside of one names the biller itself. */
  ctx: Ctx;
  billerId: string;
}

/** What was made, and how it is noted. */
interface Made extends SentFile {
  subject?: string;
  subjectId?: string;
  detail?: string;
}

const PROOFS: Record<string, { act: string; make(wanted: Wanted): Promise<Made | undefined> }> = {
  phones: { act: 'proof.phone', make: makePhoneProof },
  texts: { act: 'proof.text', make: makeTextProof },
  'ledger.jsonl': { act: 'proof.ledger', make: makeConsentLedger },
  'opt-outs.csv': { act: 'proof.opt-outs', make: makeOptOuts },
  'entries.csv': { act: 'books.exported', make: (wanted) => makeBooks(wanted, 'csv') },
  'entries.sie': { act: 'books.exported', make: (wanted) => makeBooks(wanted, 'sie') },
};

/**
 * GET `/console/files/{what}` and `/console/files/{what}/{id}`: a file for who answers for what was done, of their own
 * biller's and no others; that it was handed out is noted.
 */
export async function sendProof(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  const proof = PROOFS[c.req.param('what') ?? ''];
  if (!proof) return c.json({ refusal: 'NO_SUCH_PROOF' }, 404);
  if (!AUDITORS.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const { billerId, id, name } = agent;
  const ctx = limitToBiller(unlimited, billerId);
  const made = await proof.make({ c, ctx, billerId });
  if (!made) return c.json({ refusal: 'NO_SUCH_PROOF' }, 404);
  await inTransaction(ctx, (tx) => noteAct(tx, { billerId, id, name }, proof.act, made));
  return sendFile(c, made);
}

function readId(c: Context): string | undefined {
  return z.uuid().safeParse(c.req.param('id')?.replace(/\.json$/, '')).data;
}

async function makePhoneProof({ c, ctx, billerId }: Wanted): Promise<Made | undefined> {
  const id = readId(c);
  const proof = id && (await inTransaction(ctx, (tx) => provePhone(tx.em, billerId, id)));
  if (!proof) return undefined;
  return {
    name: `consent-${proof.phone.e164.replace('+', '')}.json`,
    ...{ type: 'application/json', body: `${JSON.stringify(proof, null, 2)}\n` },
    ...{ subject: 'phone', subjectId: id },
  };
}

async function makeTextProof({ c, ctx, billerId }: Wanted): Promise<Made | undefined> {
  const id = readId(c);
  const proof =
    id &&
    (await inTransaction(ctx, async (tx) => {
      const isOurs = await tx.em.findOne(Message, { billerId, id, direction: 'out' });
      return isOurs ? proveText({ ...ctx, em: tx.em as Ctx['em'] }, id) : undefined;
    }));
  if (!proof) return undefined;
  return {
    name: `text-${id}.json`,
    ...{ type: 'application/json', body: `${JSON.stringify(proof, null, 2)}\n` },
    ...{ subject: 'message', subjectId: id },
  };
}

async function makeConsentLedger({ ctx, billerId }: Wanted): Promise<Made> {
  return {
    name: 'consent-ledger.jsonl',
    type: 'application/jsonl',
    body: inLines(exportLedger(ctx, billerId)),
  };
}

async function* inLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

const SPAN = z.object({ from: z.iso.date(), to: z.iso.date() });

async function makeOptOuts({ c, ctx, billerId }: Wanted): Promise<Made | undefined> {
  const span = SPAN.safeParse(c.req.query()).data;
  if (!span) return undefined;
  const { from, to } = span;
  return {
    name: `opt-outs-${from}-${to}.csv`,
    ...{
      type: 'text/csv',
      body: writeRows(COLUMNS, readOptOuts(ctx, { billerId, from, to })),
      detail: `${from} – ${to}`,
    },
  };
}

const PAGE = 1_000;

const COLUMNS = ['at', 'phone', 'customers', 'purpose', 'act', 'channel', 'words', 'entry'] as const;

async function* readOptOuts(ctx: Ctx, of: { billerId: string; from: string; to: string }) {
  for (let before: number | undefined; ; ) {
    const page = await inTransaction(ctx, ({ em }) =>
      listOptOuts(em, { ...of, limit: PAGE, ...(before && { before }) }),
    );
    yield page.map(({ e164, wording: words, seq: entry, ...one }) => ({
      ...one,
      ...{ words, entry },
      // Without the plus, by which a spreadsheet would take it for a formula.
      phone: e164.slice(1),
    }));
    before = page.at(-1)?.seq;
    if (before === undefined || page.length < PAGE) return;
  }
}

async function makeBooks({ c, ctx, billerId }: Wanted, format: 'csv' | 'sie'): Promise<Made | undefined> {
  const span = SPAN.safeParse(c.req.query()).data;
  const biller = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  const currency = CURRENCIES.find((one) => one === (c.req.query('currency') ?? biller.currency));
  if (!span || !currency) return undefined;
  const { from, to } = span;
  return {
    name: `ledger-${from}-${to}-${currency}.${format}`,
    type: format === 'sie' ? 'application/octet-stream' : 'text/csv',
    body: writeLedger(ctx, { biller, format, currency, from, to }),
    detail: `${format.toUpperCase()}, ${from} – ${to}, ${currency}`,
  };
}
