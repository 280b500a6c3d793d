/** Where our pages come from. A browser takes passkeys for names only, so on a laptop `localhost` is ours too. */
export function listOrigins(publicUrl: string): string[] {
  const local = publicUrl.replace('://127.0.0.1:', '://localhost:');
  return local === publicUrl ? [publicUrl] : [publicUrl, local];
}

/** The name that passkeys of this deployment are for. */
export function relyingParty(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return hostname === '127.0.0.1' ? 'localhost' : hostname;
}
