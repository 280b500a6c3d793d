import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { type PageOrder, payOnPage } from '@kvitt/flows/payment/pay-on-page';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { openLink } from './open-link.ts';
import { readParts } from './parts-text.ts';
import { feeStep, payStep } from './show-pay-step.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the pay step's form sends: POST `/{token}/pay`, url-encoded. */
const FORM = z.object({
  /** Names this try; made when the page was made. */
  paymentId: z.uuid(),
  /** From the card fields: a one-time reference to the card, never its number. */
  nonce: z.string().min(1).max(500).optional(),
  /** A card that is kept, in place of a new one, with the fee that stood beside it; for who has proved whose it is. */
  methodId: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:\d{1,9})?$/i)
    .transform((value) => value.split(':'))
    .optional(),
  /** The fee that the page said is added for a card that was entered; none where absent. */
  feeMinor: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
  /** The minor units that the page showed: refused where that is no longer what is due. */
  statedMinor: z
    .string()
    .regex(/^[1-9]\d{0,11}$/)
    .transform(Number),
  /** What goes to which bill; all of it to the link's own where absent. */
  parts: z.string().max(3_000).optional(),
  keepCard: z.literal('on').optional(),
  /** The page had the card's holder confirm the payment at their bank; the processor checks that. */
  authenticated: z.literal('on').optional(),
});

/**
 * Pays the chosen bills with the card that was entered or chosen. Answered with a redirect to the payment's own page, so
 * that going back or reloading asks for nothing again.
 */
export async function pay(visit: Visit): Promise<Response> {
  const { c, token, limits } = visit;
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { target, isUnlocked } = opened;
  const wait = await limits.countTry(token);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, target);
  }
  const form = FORM.safeParse(await readForm(c));
  const order = form.success ? readOrder(form.data, target, isUnlocked) : undefined;
  if (!order) return payStep(visit, target, { problem: { kind: 'not-ready' }, status: 422 });
  // The session may have ended while the page was open.
  if (!isUnlocked && !isForAnyone(order, target)) return leadTo(visit, '/unlock?next=pay');

  const answer = await payOnPage(visit.ctx, target, order);
  if (answer.kind === 'refused') {
    if (answer.refusal === 'amount-changed') {
      const problem = { kind: 'amount-changed' as const };
      return payStep(visit, target, { parts: order.parts, problem, status: 409 });
    }
    if (answer.refusal === 'fee-changed') return feeStep(visit, target, order, answer.feeMinor);
    return leadTo(visit, '');
  }
  return leadTo(visit, `/payments/${answer.paymentId}`);
}

function readOrder(
  form: z.infer<typeof FORM>,
  { invoice, link }: LinkTarget,
  isUnlocked: boolean,
): PageOrder | undefined {
  const { paymentId: tryId, nonce, methodId, statedMinor, feeMinor = 0, keepCard, authenticated } = form;
  const own: AgreedPart = { invoiceId: invoice.id, amountMinor: statedMinor, isPartial: false };
  const parts = form.parts === undefined ? [own] : readParts(form.parts);
  if (!parts) return undefined;
  const [savedId, savedFee = '0'] = methodId ?? [];
  if (savedId !== undefined) {
    return { tryId, parts, feeMinor: Number(savedFee), card: { kind: 'saved', methodId: savedId } };
  }
  if (nonce === undefined) return undefined;
  return {
    tryId,
    parts,
    feeMinor,
    card: {
      kind: 'new',
      nonce,
      // A guest's card is the guest's: it is not kept with somebody else's account.
      isKept: keepCard === 'on' && !link.isGuest,
      takesOver: isUnlocked,
      isAuthenticated: authenticated === 'on',
    },
  };
}

/** A link alone pays its own bill, all of it, with a card that is entered. */
function isForAnyone({ parts, card }: PageOrder, { invoice }: LinkTarget): boolean {
  const [first] = parts;
  const isOwn = parts.length === 1 && first?.invoiceId === invoice.id && !first.isPartial;
  return isOwn && card.kind === 'new';
}
