import { Payment } from '@kvitt/db/payment/payment.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import { type Money, money } from '@kvitt/domain/money/money';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import type { Statement } from '@kvitt/domain/statement/statement';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { writeStatementPdf } from '@kvitt/pdf/write-statement-pdf';
import { z } from 'zod';
import { sendPdf } from '../kit/send-pdf.ts';
import { openRest } from './open-link.ts';
import type { StatementView } from './statement-view.ts';
import { chooseLanguage, showView, type Visit } from './visit.ts';

/** Shown where no days are asked for. */
const USUAL_DAYS = 365;

/** Receipts that the page lists; older ones are found by choosing earlier days. */
const RECEIPTS = 50;

const DAYS = z.object({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to);

/** The statement of account of the days that the address names, with the receipts of these days. */
export async function showStatement(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'statement');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const days = readDays(visit, target);
  const statement = await loadStatement(visit, target, days);
  const show = (minor: number): Money => money(minor, statement.currency);
  const view: StatementView = {
    from: days.from,
    to: days.to,
    opening: show(statement.openingMinor),
    closing: show(statement.closingMinor),
    rows: statement.rows.map(({ day, words, minor, balanceMinor }) => ({
      day,
      words,
      amount: show(minor),
      balance: show(balanceMinor),
    })),
    receipts: await listReceipts(visit, target, days),
    isProblem: days.isProblem,
  };
  return showView(visit, { kind: 'statement', statement: view }, days.isProblem ? 422 : 200, target);
}

/** The same as a PDF. */
export async function showStatementPdf(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'statement');
  if (opened.kind === 'answered') return opened.response;
  const { c, ctx } = visit;
  const { target } = opened;
  const { biller, customer, account } = target;
  const statement = await loadStatement(visit, target, readDays(visit, target));
  const pdf = await writeStatementPdf(
    {
      biller: {
        name: biller.name,
        accent: biller.accent,
        supportPhone: biller.supportPhone,
        supportEmail: biller.supportEmail ?? null,
      },
      language: chooseLanguage(c, customer.language),
      customerName: `${customer.firstName} ${customer.lastName}`,
      accountNumber: account.number,
      statement,
    },
    ctx.clock.now(),
  );
  return sendPdf(c, pdf, `statement-${statement.from}-${statement.to}`);
}

interface Days {
  from: string;
  to: string;
  isProblem: boolean;
}

function readDays({ c, ctx }: Visit, { customer }: LinkTarget): Days {
  const today = localDate(ctx.clock.now(), customer.timeZone);
  const usual = { from: addDays(today, -USUAL_DAYS), to: today };
  const { from, to } = c.req.query();
  if (from === undefined && to === undefined) return { ...usual, isProblem: false };
  const asked = DAYS.safeParse({ from, to });
  return asked.success ? { ...asked.data, isProblem: false } : { ...usual, isProblem: true };
}

async function loadStatement({ c, ctx }: Visit, target: LinkTarget, { from, to }: Days): Promise<Statement> {
  const { billerId, accountId, currency } = target.invoice;
  const language = chooseLanguage(c, target.customer.language);
  const found = await loadMovements(ctx.em, { billerId, accountId, currency, from, to });
  return makeStatement({ currency, from, to, language, ...found });
}

/** A sale that turned up too late, and is on its way back, has none. */
async function listReceipts(
  { ctx }: Visit,
  { invoice, customer }: LinkTarget,
  { from, to }: Days,
): Promise<StatementView['receipts']> {
  const { billerId, accountId } = invoice;
  const payments = await ctx.em.find(
    Payment,
    { billerId, accountId, state: 'approved', askAt: null },
    { orderBy: { startedAt: 'desc', id: 'desc' } },
  );
  return payments
    .map(({ id: paymentId, finishedAt, startedAt, amountMinor, currency }) => ({
      paymentId,
      on: localDate(finishedAt ?? startedAt, customer.timeZone),
      amount: money(amountMinor, currency),
      reference: paymentReference(paymentId),
    }))
    .filter(({ on }) => on >= from && on <= to)
    .slice(0, RECEIPTS);
}
