import type { BrowserContextOptions } from '@playwright/test';
import { DESK, PHONE } from '../app/screens.ts';

export interface Device {
  /** As it stands in the name of a picture. */
  name: 'phone' | 'desktop';
  options: BrowserContextOptions;
}

/** What every page must be good on: in the hand and at a desk. What moves is looked at where it has come to rest. */
export function listDevices(): Device[] {
  const still = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  return [
    { name: 'phone', options: { ...PHONE, ...still } },
    { name: 'desktop', options: { ...DESK, ...still } },
  ];
}
