import type { ConsentAct, ConsentState } from './consent.ts';

/** The state that an act leads to; START brings back what was there, as confirmed by the handset. */
export function stateAfter(act: ConsentAct): ConsentState {
  switch (act) {
    case 'granted':
      return 'express';
    case 'confirmed':
    case 'restored':
      return 'confirmed';
    case 'revoked':
      return 'revoked';
  }
}
