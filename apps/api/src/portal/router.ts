import { findPaymentOfBill } from '@kvitt/db/payment/find-payment-of-bill';
import { findLink } from '@kvitt/db/session/find-link';
import type { PaymentState } from '@kvitt/domain/payment/payment';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { publicProcedure, router } from '../kit/trpc.ts';

/** What the portal asks for once it runs in the browser. */
export const portalRouter = router({
  payment: router({
    /** Where a payment of the link's bill stands; polled by the page that waits for a lost answer. */
    state: publicProcedure
      .input(z.object({ token: z.string().max(64), paymentId: z.uuid() }))
      .output(z.object({ state: z.enum(['checking', 'settled', 'declined']) }))
      .query(async ({ ctx, input }) => {
        const target = await findLink(ctx.em, input.token);
        const payment =
          target && (await findPaymentOfBill(ctx.em, target.invoice, { paymentId: input.paymentId }));
        if (!payment) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such payment here' });
        return { state: SHOWN[payment.state] };
      }),
  }),
});

const SHOWN: Record<PaymentState, 'checking' | 'settled' | 'declined'> = {
  started: 'checking',
  unknown: 'checking',
  approved: 'settled',
  declined: 'declined',
  voided: 'declined',
};
