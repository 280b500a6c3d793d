/**
 * Where customers and agents reach the servers, without a slash at the end: what PUBLIC_URL says, else, beside the local
 * database, where `npm start` puts them. Undefined for a database that DATABASE_URL names: a guess would stand on paper.
 */
export function readPublicUrl(env: Record<string, string | undefined>): string | undefined {
  if (env.PUBLIC_URL) return env.PUBLIC_URL.replace(/\/+$/, '');
  return env.DATABASE_URL ? undefined : `http://127.0.0.1:${env.PORT ?? 4000}`;
}
