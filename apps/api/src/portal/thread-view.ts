import type { Money } from '@kvitt/domain/money/money';
import type { PictureRefusal } from '@kvitt/domain/picture/read-picture-kind';

/** A line of a bill: what it is for, how much of it, and its tax. */
export interface BillItem {
  /** Its place on the bill, from 1. */
  at: number;
  description: string;
  /** Thousandths of a unit. */
  quantityMilli: number;
  /** Thousandths of a percent. */
  taxRateMilli: number;
  net: Money;
  tax: Money;
}

export type ThreadItem =
  | { kind: 'event'; id: string; at: string; tone: 'plain' | 'good' | 'care'; words: string; times: number }
  | {
      kind: 'words';
      id: string;
      at: string;
      from: 'customer' | 'biller';
      body: string;
      author: string | null;
      /** Somebody at the biller's has looked since. */
      isSeen?: boolean;
      /** It came with a picture, which is at `/{token}/pictures/{id}`: its size in points. */
      picture?: { width: number; height: number };
    };

export interface ThreadView {
  /** Names the question that may be asked next. */
  questionId: string;
  /** The bill's own number. */
  number: string;
  /** Oldest first. */
  items: readonly ThreadItem[];
  lines: readonly BillItem[];
  isAsked: boolean;
  problem?: 'empty' | 'too-long' | 'no-thread' | PictureRefusal;
  /** What was written and not taken. */
  draft?: string;
}
