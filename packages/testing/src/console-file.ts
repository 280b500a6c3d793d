import type { AtConsole } from './console.ts';
import type { World } from './open-world.ts';

/** Uploads a file as its screen does; the id that it has from then on, or why it was not taken. */
export async function uploadFile(
  world: World,
  agent: AtConsole,
  file: { kind: 'customers' | 'invoices'; name: string; lines: readonly string[] },
): Promise<{ status: number; fileId: string; refusal: string | undefined }> {
  const answer = await fetch(
    `${world.origin}/console/imports/${file.kind}?name=${encodeURIComponent(file.name)}`,
    {
      method: 'POST',
      headers: { cookie: agent.cookie, origin: world.origin, 'content-type': 'text/csv' },
      body: `${file.lines.join('\n')}\n`,
    },
  );
  const { fileId = '', refusal } = (await answer.json()) as { fileId?: string; refusal?: string };
  return { status: answer.status, fileId, refusal };
}

/** Downloads a file from the console as whoever is signed in. */
export async function download(
  world: World,
  agent: AtConsole,
  address: string,
): Promise<{ status: number; name: string; body: string }> {
  const answer = await fetch(`${world.origin}/console/${address}`, { headers: { cookie: agent.cookie } });
  const name = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { status: answer.status, name, body: await answer.text() };
}
