import { type KeptPicture, keepPicture } from './kept-picture.ts';
import { findLastPath, showWords } from './pages.ts';
import { remove, seal, unseal } from './vault.ts';

/** What another app gave us to ask about. */
interface Shared {
  picture?: KeptPicture;
  words: string;
}

const LATEST = 'latest';

/**
 * Takes a picture that another app shares with us, keeps it sealed, and leads to the thread of the bill that was seen last,
 * whose form takes it from there. Where no account is open on this browser there is nothing to keep it under: it says so.
 */
export async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const file = form.get('picture');
  const words = ['title', 'text', 'url']
    .map((name) => form.get(name))
    .filter((one) => typeof one === 'string' && one !== '')
    .join('\n');
  const [, token] = /^\/([^/]+)/.exec((await findLastPath()) ?? '') ?? [];
  const shared: Shared = {
    words: words.slice(0, 1_000),
    ...(file instanceof File && file.size > 0 && { picture: await keepPicture(file) }),
  };
  const isKept = token !== undefined && (await seal('shared', LATEST, shared).catch(() => false));
  return isKept ? Response.redirect(`/${token}/thread?shared=1#ask`, 303) : showWords('no-share', '/');
}

/** Gives what was shared to the page, once. */
export async function giveShared(): Promise<Response> {
  const shared = await unseal<Shared>('shared', LATEST);
  await remove('shared', LATEST);
  return Response.json(shared ?? null, { headers: { 'Cache-Control': 'no-store' } });
}
