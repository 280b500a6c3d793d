import type { JoinSource } from '@kvitt/db/enrollment/web-join.entity';
import type { JoinRefusal } from '@kvitt/flows/enrollment/ask-to-join';

/** The pages on which somebody asks for bills by text, who has no link yet. They need no script. */
export type JoinView =
  | {
      kind: 'join';
      /** The very words of the consent, as the ledger keeps them. */
      words: string;
      /** As it was typed, so that nothing has to be typed twice. */
      typed: { phone: string; accountNumber: string; postalCode: string };
      source: JoinSource;
      problem?: JoinRefusal | 'NOT_AGREED';
      /** The biller's number, to which a START goes. */
      ourNumber: string;
    }
  | {
      kind: 'join-code';
      joinId: string;
      phoneTail: string;
      /** When the text goes out, where the rules let none go at this hour. */
      waitsUntilIso?: string;
      problem?: { kind: 'wrong'; triesLeft: number } | { kind: 'over' };
    }
  | { kind: 'joined' };
