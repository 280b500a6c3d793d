import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { listCustomers } from '@kvitt/db/customer/list-customers';
import { listBonuses } from '@kvitt/db/incentive/list-bonuses';
import { listFigure } from '@kvitt/db/report/list-figure';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { AUDITORS, LEADS, OVERSEERS, type Role } from '@kvitt/domain/agent/role';
import type { Currency } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '@kvitt/flows/kit/context';
import { z } from 'zod';
import { BONUSES } from './bonus-inputs.ts';
import { CUSTOMERS } from './customer-inputs.ts';
import { FIGURE } from './report-inputs.ts';

type Row = Record<string, string | number | null>;

/** Where the page before ended; its shape is the table's own. */
type Place = Record<string, string>;

/** A table that can be taken away as a file: who may, its columns, and a page of it. */
export interface Exported {
  roles: readonly Role[];
  columns: readonly string[];
  /** What narrows it, read from the address; undefined where that is none of ours. */
  read(asked: unknown): PageOf | undefined;
}

/** Reads the page behind a place, and says where it ends. */
type PageOf = (
  tx: TxCtx,
  asked: { billerId: string; after: Place | undefined; most: number },
) => Promise<{ rows: Row[]; last: Place | undefined }>;

const decimal = (minor: number, currency: string) => toDecimal({ minor, currency: currency as Currency });
const yes = (is: boolean) => (is ? 'yes' : '');

/** Lets a table be asked only with what its schema takes. */
function readAs<Schema extends z.ZodType>(
  schema: Schema,
  page: (
    tx: TxCtx,
    part: z.infer<Schema>,
    asked: { billerId: string; after: Place | undefined; most: number },
  ) => Promise<{ rows: Row[]; last: Place | undefined }>,
): Exported['read'] {
  return (asked) => {
    const part = schema.safeParse(asked);
    return part.success ? (tx, which) => page(tx, part.data, which) : undefined;
  };
}

/** What stands behind `/console/exports/{name}.csv`. Each row is what its screen shows, with ids for whoever computes. */
export const EXPORTS: Readonly<Record<string, Exported>> = {
  customers: {
    roles: LEADS,
    columns: [
      ...['customer_id', 'name', 'accounts', 'phone', 'open', 'currency', 'overdue_days', 'autopay'],
      ...['paperless', 'texts', 'held', 'promise', 'dispute', 'tags'],
    ],
    read: readAs(CUSTOMERS, async ({ em, clock }, part, { billerId, after, most }) => {
      const { timeZone } = await em.findOneOrFail(Biller, { id: billerId });
      const today = localDate(clock.now(), timeZone);
      const place = after as { place: string; id: string } | undefined;
      const lines = await listCustomers(em, { ...part, billerId, today, after: place, most });
      const last = lines.at(-1);
      const rows = lines.map((one) => ({
        customer_id: one.id,
        name: one.name,
        accounts: one.accounts.join(' '),
        // Without the plus, by which a spreadsheet would take it for a formula.
        phone: one.phone?.slice(1) ?? null,
        open: decimal(one.openMinor, one.currency),
        currency: one.currency,
        overdue_days: one.overdueDays,
        autopay: yes(one.hasAutopay),
        paperless: yes(one.isPaperless),
        texts: one.texts,
        held: yes(one.isHeld),
        promise: yes(one.hasPromise),
        dispute: yes(one.inDispute),
        tags: one.tags.join(' '),
      }));
      return { rows, last: last && { place: last.place, id: last.id } };
    }),
  },

  figures: {
    roles: OVERSEERS,
    columns: ['at', 'name', 'agent', 'detail', 'amount', 'currency'],
    read: readAs(FIGURE, async ({ em }, { from, to, ...part }, { billerId, after, most }) => {
      const { currency } = await em.findOneOrFail(Biller, { id: billerId });
      const place = after as { at: string; id: string } | undefined;
      const lines = await listFigure(em, { billerId, from, to }, part, { after: place, most });
      const last = lines.at(-1);
      const rows = lines.map(({ at, name, agent, detail, minor }) => ({
        ...{ at, name, agent, detail },
        amount: minor === null ? null : decimal(minor, currency),
        currency: minor === null ? null : currency,
      }));
      return { rows, last: last && { at: last.at, id: last.id } };
    }),
  },

  work: {
    roles: OVERSEERS,
    columns: ['id', 'kind', 'subject', 'about', 'owner', 'opened_at', 'closed_at', 'closed_by', 'reason'],
    read: readAs(z.object({ isDone: z.boolean() }), async ({ em }, { isDone }, asked) => {
      const { billerId, after, most } = asked;
      const items = await em.find(
        WorkItem,
        { billerId, closedAt: isDone ? { $ne: null } : null, ...(after && { id: { $gt: after.id ?? '' } }) },
        { orderBy: { id: 'asc' }, limit: most },
      );
      const rows = items.map(({ id, kind, subject, about, owner, openedAt, closedAt, closedBy, reason }) => ({
        ...{ id, kind, subject, about, owner: owner ?? null },
        opened_at: openedAt.toISOString(),
        closed_at: closedAt?.toISOString() ?? null,
        closed_by: closedBy ?? null,
        reason: reason ?? null,
      }));
      const last = items.at(-1);
      return { rows, last: last && { id: last.id } };
    }),
  },

  bonuses: {
    roles: OVERSEERS,
    columns: [
      ...['id', 'agent', 'customer', 'account', 'kind', 'amount', 'currency', 'state', 'earned_at'],
      ...['vests_at', 'decided_by', 'reason', 'open_flags'],
    ],
    read: readAs(BONUSES.omit({ after: true }), async ({ em }, part, { billerId, after, most }) => {
      const place = after as { earnedAt: string; id: string } | undefined;
      const lines = await listBonuses(em, { ...part, billerId, after: place, most });
      const rows = lines.map((one) => ({
        ...{ id: one.id, agent: one.agent, customer: one.customer, account: one.account, kind: one.kind },
        amount: decimal(one.minor, one.currency),
        currency: one.currency,
        state: one.state,
        earned_at: iso(one.earnedAt),
        vests_at: iso(one.vestsAt),
        decided_by: one.decider,
        reason: one.reason,
        open_flags: one.flags
          .filter(({ clearedAt }) => !clearedAt)
          .map(({ kind }) => kind)
          .join(' '),
      }));
      const last = lines.at(-1);
      return { rows, last: last && { earnedAt: iso(last.earnedAt), id: last.id } };
    }),
  },

  audit: {
    roles: AUDITORS,
    columns: ['at', 'actor', 'act', 'subject', 'subject_id', 'detail'],
    read: readAs(z.object({ actorId: z.uuid().optional() }), async ({ em }, { actorId }, asked) => {
      const { billerId, after, most } = asked;
      const events = await em.find(
        AuditEvent,
        { billerId, ...(actorId && { actorId }), ...(after && { id: { $lt: after.id ?? '' } }) },
        { orderBy: { id: 'desc' }, limit: most },
      );
      const rows = events.map(({ at, actor, act, subject, subjectId, detail }) => ({
        ...{ at: at.toISOString(), actor, act, subject: subject ?? null },
        subject_id: subjectId ?? null,
        detail: detail ?? null,
      }));
      const last = events.at(-1);
      return { rows, last: last && { id: last.id } };
    }),
  },
};

/** Instants of these lines are what the driver makes of them. */
const iso = (at: string | Date) => new Date(at).toISOString();
