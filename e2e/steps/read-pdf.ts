import { inflateSync } from 'node:zlib';

/**
 * The words of one of our PDFs, in the order in which they were written, a line for each run of letters. It reads what ours
 * are made of and no more: embedded typefaces with a table of what their glyphs stand for, and packed pages.
 */
export function readPdf(pdf: Buffer): string {
  const objects = listObjects(pdf.toString('latin1'));
  const glyphs = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '') ?? [];
      glyphs.set(name, readGlyphs(objects.get(table)?.content ?? ''));
    }
  }
  const pages = [...objects.values()].map(({ head }) => /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '');
  return pages.map((page) => readPage(objects.get(page)?.content ?? '', glyphs)).join('');
}

/** By their numbers: what an object says of itself, and what it holds, unpacked. */
function listObjects(file: string): Map<string, { head: string; content: string }> {
  const objects = new Map<string, { head: string; content: string }>();
  for (const [, number = '', body = ''] of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, head = body, packed = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
    const isPacked = head.includes('/FlateDecode');
    const content = isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    objects.set(number, { head, content });
  }
  return objects;
}

/** What each glyph stands for, by its four hexadecimal digits. */
function readGlyphs(table: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', letters = ''] of table.matchAll(/<(\w{4})> <\w{4}> \[(.*)\]/g)) {
    for (const [at, [, codes = '']] of [...letters.matchAll(/<([\w ]+)>/g)].entries()) {
      const letter = (codes.match(/\w{4}/g) ?? []).map((code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      glyphs.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'), letter.join(''));
    }
  }
  return glyphs;
}

function readPage(content: string, glyphs: Map<string, Map<string, string>>): string {
  let font = '';
  let words = '';
  for (const [, name, run = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (name) {
      font = name;
      continue;
    }
    const codes = [...run.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/\w{4}/g) ?? []);
    words += `${codes.map((code) => glyphs.get(font)?.get(code) ?? '').join('')}\n`;
  }
  return words;
}
