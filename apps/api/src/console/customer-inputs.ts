import { CUSTOMER_FILTERS, CUSTOMER_SORTS } from '@kvitt/domain/customer/customer-filter';
import { HOLD_REASONS } from '@kvitt/domain/invoice/hold';
import { z } from 'zod';

const tag = z.string().trim().toLowerCase().min(1).max(40);

/** What narrows the list of customers, and how it is sorted. */
export const CUSTOMERS = z.object({
  filters: z.array(z.enum(CUSTOMER_FILTERS)).max(CUSTOMER_FILTERS.length).default([]),
  tag: tag.optional(),
  sort: z.enum(CUSTOMER_SORTS).default('name'),
  isBackwards: z.boolean().default(false),
});

/** A place is what the sort's column holds: a name, an amount or a day. */
const PLACE = { name: z.string().max(300), open: z.string().regex(/^-?\d{1,18}$/), overdue: z.iso.date() };

export const LIST = CUSTOMERS.extend({
  words: z.string().trim().min(2).max(80).optional(),
  after: z.object({ place: z.string().max(300), id: z.uuid() }).optional(),
}).refine(({ sort, after }) => !after || PLACE[sort].safeParse(after.place).success, {
  path: ['after'],
  message: 'not a place in this order',
});

export const ACT = z.object({
  customerIds: z.array(z.uuid()).min(1).max(200),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tag'), tag, isOn: z.boolean() }),
    z.object({
      kind: z.literal('hold'),
      why: z.enum(HOLD_REASONS),
      note: z.string().trim().min(1).max(300),
      endsOn: z.iso.date().optional(),
    }),
    z.object({ kind: z.literal('release'), invoiceIds: z.array(z.uuid()).max(5_000).optional() }),
    z.object({ kind: z.literal('send-link'), words: z.string().trim().min(1).max(1_000), sendId: z.uuid() }),
  ]),
});
