import type { Funding, MethodKind } from './payment-method.ts';

/**
 * Why a processor said no, as far as it changes what we do next.
 * `insufficient-funds` and `try-later` may pass later · `card-refused`, `card-expired`, `card-data` need another or a
 * mended card · `needs-authentication` its bank wants its holder to confirm the payment, which a page can have them do · `duplicate` the gateway saw the same sale moments ago · `fraud` the gateway's own rules ·
 * `not-found` the stored card is gone at the processor · `never-arrived` the processor never got the request ·
 * `configuration` our merchant account or our request is wrong, which no customer can mend.
 */
export type DeclineKind =
  | 'insufficient-funds'
  | 'try-later'
  | 'card-refused'
  | 'card-expired'
  | 'card-data'
  | 'needs-authentication'
  | 'duplicate'
  | 'fraud'
  | 'not-found'
  | 'never-arrived'
  | 'configuration';

/** A card, or another way to pay, as it may be shown and stored: never its number. */
export interface CardFace {
  /** The scheme's name as people know it: "Visa", "Mastercard", "American Express". */
  brand: string;
  last4: string;
  /** 1–12 and four digits; null where it does not expire, as a bank account or a wallet. */
  expMonth: number | null;
  expYear: number | null;
  /** A card where absent. */
  kind?: MethodKind;
  /** As far as the bank says. */
  funding?: Funding | null | undefined;
}

/** What became of one try to move money. A lost answer is `unknown`: never an approval, never a refusal. */
export type Outcome =
  | {
      kind: 'approved';
      vendorId: string;
      minor: number;
      card?: CardFace;
      /** The bank has it, and settles it days later, or sends it back: the day by which that is known, `YYYY-MM-DD`. */
      clearsBy?: string;
      /** Present where the card was put in the vault with this sale. */
      vaulted?: { token: string; customerId: string };
    }
  | {
      kind: 'declined';
      decline: DeclineKind;
      code?: string;
      text?: string;
      vendorId?: string;
      card?: CardFace;
    }
  | { kind: 'unknown'; reason: string };
