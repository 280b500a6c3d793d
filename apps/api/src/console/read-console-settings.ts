import { createHash } from 'node:crypto';
import type { Settings } from '@kvitt/runtime/read-settings';
import type { ConsoleSettings } from './open-console.ts';

/**
 * The console's part of the settings. On a laptop without a secret of its own, one is made of the database's address, so
 * that agents stay signed in when the API starts anew; production is refused without one.
 */
export function readConsoleSettings(settings: Settings, dist: string): ConsoleSettings {
  const { CONSOLE_OIDC_ISSUER: issuer, CONSOLE_OIDC_NAME: oidcName } = settings;
  const { CONSOLE_OIDC_CLIENT_ID: clientId, CONSOLE_OIDC_CLIENT_SECRET: clientSecret } = settings;
  return {
    databaseUrl: settings.DATABASE_URL,
    publicUrl: settings.PUBLIC_URL,
    secret: settings.CONSOLE_SECRET ?? createHash('sha256').update(settings.DATABASE_URL).digest('hex'),
    ...(issuer && clientId && clientSecret && { oidc: { issuer, clientId, clientSecret } }),
    ...(oidcName && { oidcName }),
    assets: dist,
  };
}
