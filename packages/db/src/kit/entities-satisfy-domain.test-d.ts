import type { OpenBill } from '@kvitt/domain/conversation/dialog';
import type { Invoice as DomainInvoice } from '@kvitt/domain/invoice/invoice';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { Payment as DomainPayment } from '@kvitt/domain/payment/payment';
import { describe, expectTypeOf, it } from 'vitest';
import type { OpenBillRow } from '../invoice/find-open-bills.ts';
import type { Invoice } from '../invoice/invoice.entity.ts';
import type { Payment } from '../payment/payment.entity.ts';
import type { PaymentMethod } from '../payment/payment-method.entity.ts';

/** What the domain decides on is read straight from the rows: no mapper stands between them that could be forgotten. */
describe('an entity is a value of the domain', () => {
  it('as an invoice', () => {
    expectTypeOf<Invoice>().toExtend<DomainInvoice>();
  });

  it('as a payment', () => {
    expectTypeOf<Payment>().toExtend<Omit<DomainPayment, 'declineKind'>>();
    expectTypeOf<Payment['declineKind']>().toExtend<DomainPayment['declineKind'] | undefined>();
  });

  it('as a card that may be shown', () => {
    expectTypeOf<PaymentMethod>().toExtend<Omit<CardFace, 'expMonth' | 'expYear'>>();
  });

  it('as an open bill', () => {
    expectTypeOf<OpenBillRow>().toExtend<OpenBill>();
  });
});
