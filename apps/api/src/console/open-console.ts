import type { Ctx, Log } from '@kvitt/flows/kit/context';
import { type LiveHub, openLiveHub } from '../kit/live-hub.ts';
import { makeSessionLibrary, type SessionLibrary, type SignInSettings } from '../kit/session-library.ts';
import { loadLive } from './load-live.ts';

/** What the console's part of the app is made of. */
export interface ConsoleParts {
  sessions: SessionLibrary;
  live: LiveHub;
  /** Whether the company's own sign-in is set up, and how it is called on the button. */
  oidcName: string | undefined;
  /** The folder of the console's built files. */
  assets: string;
}

export interface ConsoleSettings extends Omit<SignInSettings, 'context'> {
  oidcName?: string;
  assets: string;
}

/** Opens what the console needs besides the runtime: the sign-in library, and one listener for live updates. */
export async function openConsole(
  settings: ConsoleSettings,
  { context, log }: { context(): Ctx; log: Log },
): Promise<ConsoleParts & { close(): Promise<void> }> {
  const sessions = makeSessionLibrary({ ...settings, context });
  // Whoever looks after the server reads it here; agents are told when they go that way, and others are open to them.
  void sessions.company?.leave().catch(() => undefined);
  const live = await openLiveHub({
    databaseUrl: settings.databaseUrl,
    load: (billerId, kind, ids) => loadLive(context(), billerId, kind, ids),
    onError: (error) =>
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a live update was not loaded'),
  });
  return {
    sessions,
    live,
    oidcName: settings.oidc && (settings.oidcName ?? 'single sign-on'),
    assets: settings.assets,
    async close() {
      await live.close();
      await sessions.close();
    },
  };
}
