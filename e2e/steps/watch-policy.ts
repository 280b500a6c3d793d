import type { BrowserContext } from '@playwright/test';

/** What the browser says on its console when a content policy has stopped something. */
const STOPPED = /Content Security Policy|Content-Security-Policy|violates the following/i;

/** The browser gives up the motion between two pages where the second comes too fast or not at all: no fault of either. */
const GIVEN_UP_MOTION = /^\w+: Transition was /;

/**
 * Writes down whatever a content policy stops on any page or frame of the context, and every error that nobody caught.
 * The event is listened to from the first line of each document on; the console also tells what was stopped before.
 */
export async function watchPolicy(context: BrowserContext, stopped: string[]): Promise<void> {
  await context.exposeBinding('__tellStopped', ({ frame }, what: string) => {
    stopped.push(`${new URL(frame.url()).pathname}: ${what}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { __tellStopped: tell } = globalThis as unknown as { __tellStopped(what: string): void };
      tell(`${effectiveDirective} stopped ${blockedURI} ${sample}`);
    });
  });
  context.on('console', (message) => {
    if (STOPPED.test(message.text())) stopped.push(message.text());
  });
  context.on('weberror', (error) => {
    const what = String(error.error());
    if (!GIVEN_UP_MOTION.test(what)) stopped.push(what);
  });
}
