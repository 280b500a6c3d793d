import type { AutopayState } from './autopay.ts';

const MOVES: Record<AutopayState, readonly AutopayState[]> = {
  on: ['paused', 'off'],
  paused: ['on', 'off'],
  off: [],
};

export function mayMoveAutopay(from: AutopayState, to: AutopayState): boolean {
  return MOVES[from].includes(to);
}
