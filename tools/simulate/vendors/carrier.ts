import type { Kernel } from '../kernel/kernel.ts';

/** A text that the carrier has taken for delivery. */
export interface Accepted {
  vendorId: string;
  /** Ours: it travels in the address of the report. */
  messageId: string;
  phone: string;
  body: string;
  acceptedAt: number;
}

export type SendAnswer = { kind: 'accepted'; vendorId: string } | { kind: 'throttled' } | { kind: 'unknown' };

export interface CarrierFaults {
  lost: number;
  answerLost: number;
  late: number;
  unavailable: number;
  throttled: number;
  /** The chance that a report comes twice, and how far reports may fall behind each other. */
  duplicate: number;
  shuffleMs: number;
  /** Whether all phones of the run look alike once their middle digits are blanked. */
  areNumbersBlanked: boolean;
}

export interface Report {
  vendorId: string;
  messageId: string;
  state: 'sent' | 'delivered';
  sequence: number;
}

export interface Carrier {
  accepted: Accepted[];
  /** Whether two phones cannot be told apart by what the carrier's records show of their numbers. */
  looksLike(one: string, other: string): boolean;
  send(text: { messageId: string; phone: string; body: string }, answer: (value: SendAnswer) => void): void;
  /** The texts to a phone that were taken in a window; of its number no more than the ends is known. */
  list(phone: string, from: number, until: number, answer: (ids: string[] | 'unanswered') => void): void;
  /** Called for every report, in whatever order they come, some of them twice. */
  onReport(tell: (report: Report) => void): void;
  /** Called for every text at the instant when its receiver reads it. */
  onText(read: (text: Accepted) => void): void;
  calm(): void;
}

export function openCarrier(kernel: Kernel, faults: CarrierFaults): Carrier {
  const { dice, after } = kernel;
  const accepted: Accepted[] = [];
  let isCalm = false;
  let tell: (report: Report) => void = () => {};
  let read: (text: Accepted) => void = () => {};
  const looksLike = (one: string, other: string) => faults.areNumbersBlanked || one === other;
  const strikes = (share: number) => !isCalm && dice() < share;
  const tripMs = () => 10 + dice() * 150;

  const report = (text: Accepted, state: Report['state'], sequence: number, inMs: number) => {
    const { vendorId, messageId } = text;
    const copies = strikes(faults.duplicate) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      after(inMs + dice() * faults.shuffleMs, () => tell({ vendorId, messageId, state, sequence }));
    }
  };
  const take = (text: { messageId: string; phone: string; body: string }): Accepted => {
    const taken = { ...text, vendorId: `text-${accepted.length + 1}`, acceptedAt: kernel.now() };
    accepted.push(taken);
    report(taken, 'sent', 1, 500);
    report(taken, 'delivered', 2, 2_000);
    after(1_000 + dice() * 3_000, () => read(taken));
    return taken;
  };
  return {
    accepted,
    looksLike,
    send(text, answer) {
      if (strikes(faults.lost)) return;
      if (strikes(faults.throttled)) {
        after(tripMs(), () => answer({ kind: 'throttled' }));
        return;
      }
      if (strikes(faults.unavailable)) {
        after(tripMs(), () => answer({ kind: 'unknown' }));
        return;
      }
      if (strikes(faults.late)) {
        after(tripMs(), () => answer({ kind: 'unknown' }));
        after(1_000 + dice() * 25_000, () => void take(text));
        return;
      }
      after(tripMs(), () => {
        const { vendorId } = take(text);
        if (!strikes(faults.answerLost)) after(tripMs(), () => answer({ kind: 'accepted', vendorId }));
      });
    },
    list(phone, from, until, answer) {
      if (strikes(faults.lost)) return;
      const isUnavailable = strikes(faults.unavailable);
      after(tripMs(), () => {
        const there = accepted.filter(
          (text) => text.acceptedAt >= from && text.acceptedAt <= until && looksLike(text.phone, phone),
        );
        const ids = isUnavailable ? 'unanswered' : there.map((text) => text.vendorId);
        after(tripMs(), () => answer(ids));
      });
    },
    onReport(act) {
      tell = act;
    },
    onText(act) {
      read = act;
    },
    calm() {
      isCalm = true;
    },
  };
}
