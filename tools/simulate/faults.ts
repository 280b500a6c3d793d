import type { KernelFaults } from './kernel/kernel.ts';
import type { Dice } from './kernel/process.ts';
import type { CarrierFaults } from './vendors/carrier.ts';
import type { GatewayFaults } from './vendors/gateway.ts';

export interface Faults {
  kernel: KernelFaults;
  gateway: GatewayFaults;
  carrier: CarrierFaults;
  /** The chance that the carrier posts a text's webhook twice. */
  duplicate: number;
  /** The chance that a notice of the processor's never comes. */
  silent: number;
  /** Clocks of our processes are apart by this at the most, and jump by `jumpMs` now and then. */
  skewMs: number;
  jumpMs: number;
  /** The chance that the desk gives something back of what was paid from a phone. */
  refunds: number;
}

/** Faults that a run is to have whatever its dice say. */
export interface Weather extends Partial<Omit<Faults, 'kernel' | 'gateway' | 'carrier'>> {
  kernel?: Partial<KernelFaults>;
  gateway?: Partial<GatewayFaults>;
}

function pick<T>(dice: Dice, all: readonly T[]): T {
  return all[Math.floor(dice() * all.length)] as T;
}

/**
 * The weather of one seed. Each kind of fault is strong in some seeds and absent in others: where everything goes wrong
 * at once, a run seldom gets to where two rare faults would have to meet.
 */
export function chooseFaults(dice: Dice, weather: Weather = {}): Faults {
  const chosen = throwFaults(dice);
  return {
    ...chosen,
    ...weather,
    kernel: { ...chosen.kernel, ...weather.kernel },
    gateway: { ...chosen.gateway, ...weather.gateway },
  };
}

function throwFaults(dice: Dice): Faults {
  const strength = (most: number) => (dice() < 0.35 ? 0 : dice() * most);
  return {
    kernel: {
      crash: strength(0.01),
      pause: strength(0.06),
      longestPauseMs: pick(dice, [10_000, 90_000, 300_000]),
    },
    gateway: {
      lost: strength(0.15),
      answerLost: strength(0.2),
      late: strength(0.3),
      unavailable: strength(0.1),
      slow: strength(0.15),
      declined: strength(0.2),
      disputed: strength(0.4),
      returned: strength(0.5),
      settlesWithinMs: pick(dice, [90_000, 600_000, 21_600_000]),
    },
    carrier: {
      lost: strength(0.1),
      answerLost: strength(0.15),
      late: strength(0.1),
      unavailable: strength(0.1),
      throttled: strength(0.1),
      duplicate: strength(0.3),
      shuffleMs: strength(120_000),
      areNumbersBlanked: dice() < 0.3,
    },
    duplicate: strength(0.3),
    silent: strength(0.3),
    skewMs: strength(2_000),
    jumpMs: strength(10_000),
    refunds: strength(0.8),
  };
}
