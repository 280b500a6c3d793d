import type { BrowserContextOptions } from '@playwright/test';
import { DESK, PHONE } from '../app/screens.ts';

export interface Screen {
  /** As it stands in the name of a picture: "phone-dark". */
  name: string;
  options: BrowserContextOptions;
}

/** Every screen that a page must be good on: in the hand and at a desk, by day and by night. */
export function listScreens(): Screen[] {
  const devices = { phone: PHONE, desktop: DESK };
  return Object.entries(devices).flatMap(([device, options]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `${device}-${colorScheme}`,
      // What moves is looked at where it has come to rest.
      options: { ...options, colorScheme, reducedMotion: 'reduce' as const },
    })),
  );
}
