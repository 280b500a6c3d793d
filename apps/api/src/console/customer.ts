import { loadCustomer } from '@kvitt/db/customer/load-customer';
import { searchCustomers } from '@kvitt/db/customer/search-customers';
import { ANYONE } from '@kvitt/domain/agent/role';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

const MOST = 20;

/** Customers: finding one as the caller speaks, and everything about one. */
export const customerRoom = consoleRoom({
  search: forRoles(ANYONE)
    .input(z.object({ words: z.string().max(80) }))
    .query(({ ctx: { em }, input }) => searchCustomers(em, input.words, MOST)),

  open: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const customer = await loadCustomer(em, agent.billerId, input.customerId);
      if (!customer) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such customer' });
      return customer;
    }),
});
