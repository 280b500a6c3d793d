import type { PayStep } from '@kvitt/api/portal/bill-views';
import type { PortalPage } from '@kvitt/api/portal/page';
import { correctAccent } from '@kvitt/ui/accent/correct-accent.ts';
import { escapeHtml, escapeJson } from './escape.ts';
import { followThread } from './follow-thread.ts';
import { keepFew } from './keep-few.ts';

/** What the client build made: the pages' whole style sheet, and the addresses of the scripts. */
export interface PageAssets {
  css: string;
  /** Takes over the views with something to do in the browser. */
  entry: string;
  /** Brings the card fields up on the steps that take a card. */
  card: string;
  /** Keeps pages for when there is no connection; loaded when there is nothing else to do. */
  offline: string;
  /** Sets passkeys up and asks for them; loaded where the page has a button for it. */
  passkey: string;
  /** Needed on the pay step right after the entry, so fetched beside it. */
  cardFields: string[];
  /** The processor's own client, needed with them where no sandbox stands in for it. */
  vendorClient: string;
}

export interface DocumentParts {
  page: PortalPage;
  title: string;
  /** What a search shows of the one page that robots may list; absent on all others. */
  description?: string | undefined;
  /** The rendered app. */
  body: string;
  /** Of the content policy; without one, what is inline is told instead, for the policy to name by its hash. */
  nonce: string | undefined;
  assets: PageAssets;
}

/** What stands in a document without a nonce: the text of each style sheet and each script. */
export interface Inline {
  styles: string[];
  scripts: string[];
}

/** How many seconds a page without script waits before it asks again what became of the payment. */
const REFRESH_SECONDS = 6;

/**
 * The complete HTML document. Its style sheet is inside, so that the first answer is the whole picture; style and
 * script carry the nonce of the content policy, or are told; views that have nothing to take over get no script at all.
 */
export function writeDocument({ page, title, description, body, nonce, assets }: DocumentParts): {
  html: string;
  inline: Inline;
} {
  const ink = openInk(nonce);
  const html = `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeHtml(title)}</title>
${writeListing(description)}
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f6f4">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1214">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icons/apple-touch-icon.png">
<link rel="manifest" href="${escapeHtml(nameManifest(page))}">
${ink.style(`${assets.css}${styleAccent(page.biller.accent)}`)}
${writeNoScript(page, ink)}</head>
<body>
<div id="app">${body}</div>
${writeScripts(page, ink, assets)}</body>
</html>
`;
  return { html, inline: ink.inline };
}

interface Ink {
  style(text: string): string;
  script(text: string, type?: 'module'): string;
  inline: Inline;
}

/** Writes the elements that a content policy asks about. */
function openInk(nonce: string | undefined): Ink {
  const inline: Inline = { styles: [], scripts: [] };
  const nonced = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  return {
    style(text) {
      inline.styles.push(text);
      return `<style${nonced}>${text}</style>`;
    },
    script(text, type) {
      inline.scripts.push(text);
      return `<script${type ? ` type="${type}"` : ''}${nonced}>${text}</script>`;
    },
    inline,
  };
}

/** The biller's own, in the page's language. */
function nameManifest({ biller, language }: PortalPage): string {
  if (biller.slug === undefined) return '/manifest.webmanifest';
  return `/manifest/${encodeURIComponent(biller.slug)}.webmanifest?lang=${language}`;
}

function writeListing(description: string | undefined): string {
  if (description === undefined) return '<meta name="robots" content="noindex, nofollow">';
  return `<meta name="description" content="${escapeHtml(description)}">`;
}

/** Billers have one accent each, and correcting it for a page costs more than writing the rest of the document. */
const styleAccent = keepFew((accent: string): string => {
  const declare = (scheme: 'light' | 'dark') => {
    const corrected = correctAccent(accent, scheme);
    return `:root{--accent:${corrected.accent};--on-accent:${corrected.onAccent}}`;
  };
  return `${declare('light')}@media (prefers-color-scheme:dark){${declare('dark')}}`;
});

function writeNoScript(page: PortalPage, ink: Ink): string {
  if (page.view.kind === 'checking') {
    return `<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>\n`;
  }
  // Without script there are no card fields: a form that cannot be filled in is not shown.
  if (page.view.kind === 'pay' || page.view.kind === 'new-method')
    return `<noscript>${ink.style('.pay__form,.pay__bar,.wallets{display:none}.pay__no-script{display:flex}')}</noscript>\n`;
  return '';
}

function writeScripts(page: PortalPage, ink: Ink, assets: PageAssets): string {
  const keep = keepsPages(page) ? writeLate(JSON.stringify(assets.offline)) : '';
  if (page.view.kind === 'bill') return `${ink.script(`${tellSeen(page.token)}${keep && `;${keep}`}`)}\n`;
  if (page.view.kind === 'shared-receipt') return `${ink.script(offerShare())}\n`;
  if (page.view.kind === 'thread')
    return `${ink.script(`${followThread(page.token)}${keep && `;${keep}`}`)}\n`;
  if (asksPasskey(page)) {
    const ask = `import(${JSON.stringify(assets.passkey)})`;
    return `${ink.script(`${ask}${keep && `;${keep}`}`)}\n`;
  }
  const start = writeStart(page, assets);
  if (!start) return keep && `${ink.script(keep)}\n`;
  return [
    `<script id="state" type="application/json">${escapeJson(page)}</script>\n`,
    `${ink.script(start, 'module')}\n`,
    ...(keep ? [`${ink.script(keep)}\n`] : []),
  ].join('');
}

function asksPasskey({ view }: PortalPage): boolean {
  if (view.kind === 'step-up') return view.step.hasPasskey;
  return view.kind === 'passkeys' || (view.kind === 'unknown-link' && view.isStart === true);
}

/** Pages are kept for who has proved whose they are, and offered to be kept after a receipt; never on the pay step. */
function keepsPages({ view, isUnlocked }: PortalPage): boolean {
  const paying: readonly string[] = ['pay', 'pay-saved', 'pay-fee', 'new-method'];
  return view.kind === 'settled' || (isUnlocked && !paying.includes(view.kind));
}

/** What keeps pages is fetched when the page has stood a while: it must not take the network from what is looked at. */
const LATE_MS = 1500;

function writeLate(address: string): string {
  return `addEventListener("load",()=>setTimeout(()=>import(${address}),${LATE_MS}))`;
}

/** Shows the button that shares the page, where the device can. */
function offerShare(): string {
  return `let b=document.getElementById("share");if(navigator.share){b.hidden=!1;b.onclick=()=>navigator.share({title:document.title,url:location.href}).catch(()=>{})}`;
}

/**
 * Says once that a person has the bill before them: it is in view for a second, or touched. Robots that fetch a page for
 * its preview run no script, or show it to nobody.
 */
function tellSeen(token: string): string {
  const address = JSON.stringify(`/${encodeURIComponent(token)}/opened`);
  return `let s=()=>{s=()=>{};navigator.sendBeacon(${address})},d=document,w=()=>d.visibilityState=="visible"&&setTimeout(()=>s(),1e3);w();d.addEventListener("visibilitychange",w);addEventListener("pointerdown",()=>s())`;
}

/**
 * The pay step and the wait need their script as soon as the page has been painted, and have another way on where it does
 * not come; a receipt waits for a quiet moment or the first touch; the other views are finished as they are.
 */
function writeStart({ view }: PortalPage, assets: PageAssets): string | undefined {
  const { kind } = view;
  const entry = JSON.stringify(assets.entry);
  if (kind === 'pay' || kind === 'new-method') {
    const start = `import(${JSON.stringify(assets.card)}).catch(()=>document.documentElement.classList.add("is-stuck"))`;
    return startPainted(view.kind === 'pay' ? listPreloads(view.pay, assets) : [], start);
  }
  if (kind === 'checking') {
    return `import(${entry}).catch(()=>setTimeout(()=>location.reload(),${REFRESH_SECONDS * 1000}))`;
  }
  if (kind !== 'settled') return undefined;
  // A browser says once, and early, that the portal can be installed: it is heard now and offered when there is time.
  const hear = `addEventListener("beforeinstallprompt",e=>{e.preventDefault();self.kvittInstall=e});`;
  const late = `"requestIdleCallback"in self?requestIdleCallback(f,{timeout:3e3}):setTimeout(f,1e3)`;
  return `${hear}let f=()=>import(${entry});for(let e of["pointerdown","keydown"])addEventListener(e,f,{once:true});${late}`;
}

/** Where nothing is painted, as in a tab that nobody has looked at yet, the script comes after this long. */
const UNPAINTED_MS = 2000;

/**
 * Fetches scripts and starts once the page has been painted: on a slow network what is read first would share its way with
 * scripts that nobody can use before they have read it. The first paint may show a part of the page: it is the frame after it
 * that has the rest.
 */
function startPainted(preloads: string[], start: string): string {
  const fetchThem = `for(let h of ${escapeJson(preloads)}){let l=document.createElement("link");l.rel="modulepreload";l.href=h;document.head.append(l)}`;
  const go = `let g=()=>{g=()=>{};${preloads.length > 0 ? fetchThem : ''}${start}}`;
  return `${go};setTimeout(()=>g(),${UNPAINTED_MS});new PerformanceObserver(()=>requestAnimationFrame(()=>setTimeout(()=>g()))).observe({type:"paint",buffered:!0})`;
}

function listPreloads(pay: PayStep, assets: PageAssets): string[] {
  const scripts = [assets.card, ...assets.cardFields];
  return pay.fields.mode === 'vendor' ? [...scripts, assets.vendorClient] : scripts;
}
