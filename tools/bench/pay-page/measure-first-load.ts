import { openClient } from '../kit/send-load.ts';

export interface FirstLoad {
  html: string;
  /** Compressed, as they came over the wire without headers; thousands of bytes. */
  pageKb: number;
  /** The page with every script and style that it names. */
  allKb: number;
  files: number;
}

/** Loads a page as a browser does that has nothing yet: compressed, with what its HTML tells the browser to load. */
export async function measureFirstLoad(url: string): Promise<FirstLoad> {
  const client = openClient(1);
  const headers = { 'accept-encoding': 'gzip' };
  const page = await client.send({ url, headers });
  const html = await (await fetch(url)).text();
  const named = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\/assets\/[^"]+)"/g);
  const files = new Set([...named].map(([, file]) => file));
  let fileBytes = 0;
  for (const file of files) {
    const { status, bytes } = await client.send({ url: new URL(file ?? '', url).href, headers });
    if (status !== 200) throw new Error(`${file} was answered with ${status}`);
    fileBytes += bytes;
  }
  client.close();
  return { html, pageKb: page.bytes / 1000, allKb: (page.bytes + fileBytes) / 1000, files: files.size };
}
