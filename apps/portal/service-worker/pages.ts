import { listSealed, remove, seal, unseal } from './vault.ts';
import type { WaitingForm } from './waiting-form.ts';
import { type Language, type Says, WORDS } from './words.ts';

/** A page as it was last seen. */
interface KeptPage {
  html: string;
  policy: string;
  /** When it was saved, in milliseconds. */
  savedMs: number;
}

/** The last so many pages are enough for a household's bills. */
const MOST = 24;

/** Which page was kept last: what stands in for the frame of pages that were never seen. */
const LAST = 'last';

/** Where no page lends its style sheet: a column of our type, and a link that can be hit. */
const PLAIN_STYLE =
  ':root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}main{max-width:30rem;margin:auto;padding:1rem}h1{font-size:1.75rem;line-height:1.2}a{display:inline-block;padding:.75rem 1.25rem;border:1px solid;border-radius:10px;color:inherit;text-decoration:none}';

/** Until when a page may be kept, as the server says: absent on all pages but those of an open session. */
const UNTIL = 'X-Kvitt-Keep-Until';

/** Keeps a page that the server lets be kept, sealed; the oldest make room. */
export async function keepPage(path: string, answer: Response): Promise<void> {
  const until = Date.parse(answer.headers.get(UNTIL) ?? '');
  if (!answer.ok || Number.isNaN(until)) return;
  const page: KeptPage = {
    html: await answer.text(),
    policy: answer.headers.get('Content-Security-Policy') ?? '',
    savedMs: Date.now(),
  };
  const keep = async () => {
    await seal('page', path, page, until);
    await seal('page', LAST, { ...page, path }, until);
  };
  // Where the phone has no room, older pages make some; where there is still none, this one is simply not kept.
  await keep().catch(async () => {
    await dropOldest(MOST / 4);
    await keep().catch(() => undefined);
  });
  await dropOldest(MOST);
}

/** Leaves so many pages, the newest. */
export async function dropOldest(left: number): Promise<void> {
  const paths = (await listSealed('page')).filter((one) => one !== LAST);
  if (paths.length <= left) return;
  const dated = await Promise.all(
    paths.map(async (one) => ({ one, at: (await unseal<KeptPage>('page', one))?.savedMs ?? 0 })),
  );
  dated.sort((a, b) => a.at - b.at);
  for (const { one } of dated.slice(0, paths.length - left)) await remove('page', one);
}

/** The page as it was saved, with a line that says so; undefined where it was not. */
export async function showKept(path: string, waiting: readonly WaitingForm[]): Promise<Response | undefined> {
  const page = await unseal<KeptPage>('page', path);
  if (!page) return undefined;
  const words = WORDS[languageOf(page.html)];
  const saved = new Intl.DateTimeFormat(languageOf(page.html), {
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
  });
  const said = words.offline.replace('{when}', saved.format(page.savedMs));
  const items = waiting.map((form) => `<li>${sayWaiting(form, languageOf(page.html))}</li>`).join('');
  const list = items && `<p>${words.waiting.replace('{count}', String(waiting.length))}</p><ul>${items}</ul>`;
  const banner = `<div class="frame__offline" role="status"><p>${said}</p>${list}</div>`;
  return answerWith(
    page.html.replace(/<header>/, () => `<header>${banner}`),
    page.policy,
  );
}

/** What waits, in words: the customer's own, shortened, so that they see that it is still there. */
function sayWaiting({ kind, words: given }: WaitingForm, language: Language): string {
  const own = kind === 'promise' ? sayDay(given, language) : given;
  const short = own.length > 60 ? `${own.slice(0, 58).trimEnd()}…` : own;
  return WORDS[language].kinds[kind].replace('{words}', () => escapeHtml(short));
}

/** A date as a form gives it, `YYYY-MM-DD`, with its weekday. */
function sayDay(date: string, language: Language): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, format).format(day);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * A page of our own in the frame of the last one that was seen: what became of a form, or that there is nothing to show.
 * @param back where its link leads
 * @param own what the customer wrote and is not kept: it is shown, to be copied
 */
export async function showWords(kind: keyof Says, back: string, own = ''): Promise<Response> {
  const last = await unseal<KeptPage>('page', LAST);
  const language = last ? languageOf(last.html) : readLanguage();
  const { title, what, back: label } = WORDS[language][kind];
  const plain = `<div class="stack"><h1 class="headline">${title}</h1><p class="lead">${what}</p></div>${own && `<blockquote class="thread-items__body">${escapeHtml(own)}</blockquote>`}<p><a class="link-button" href="${escapeHtml(back)}">${label}</a></p>`;
  if (!last) {
    return answerWith(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${PLAIN_STYLE}</style><main>${plain}</main></html>`,
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  }
  const html = last.html
    .replace(/(<main[^>]*>).*<\/main>/s, (_, open: string) => `${open}${plain}</main>`)
    .replace(/<title>.*?<\/title>/s, () => `<title>${title}</title>`)
    .replace(/<script.*?<\/script>/gs, '');
  return answerWith(html, last.policy);
}

/** The path of the page that was seen last; where an installed portal begins. */
export async function findLastPath(): Promise<string | undefined> {
  return (await unseal<KeptPage & { path: string }>('page', LAST))?.path;
}

function answerWith(html: string, policy: string): Response {
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}

function languageOf(html: string): Language {
  const [, found] = /<html lang="(\w\w)"/.exec(html) ?? [];
  return found !== undefined && found in WORDS ? (found as Language) : 'en';
}

function readLanguage(): Language {
  const [code = 'en'] = (navigator.language ?? 'en').toLowerCase().split('-');
  const wished = code.replace(/^n[on]$/, 'nb');
  return wished in WORDS ? (wished as Language) : 'en';
}
