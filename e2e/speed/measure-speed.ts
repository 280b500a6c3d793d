// What a phone on a slow network sees of the pages that it is given: for `npm run bench -- PAGES`, which starts the servers.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Order, PageSpeed, Speed } from '@kvitt/tools/bench/pay-page/page-speed.ts';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.ts';

/** Run by npx, so that it costs only those who ask for it; its rules change with its version. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = 3;

/** What is read of its scores; speed is read as milliseconds. */
const JUDGED = ['accessibility', 'best-practices', 'seo'];

/** Lighthouse's own phone on slow 4G: 150 ms a round trip, 1.6 Mbit a second, a processor four times slower. */
const SLOW = { latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000, offline: false };
const SLOWER = 4;

const order: Order = JSON.parse(process.argv[2] ?? '{}');
const browser = await findBrowser();
const speed: Speed = { pages: {}, offlineMs: [] };
for (const [name, { url, browserArgs = [] }] of Object.entries(order.pages)) {
  speed.pages[name] = await visitPage(url, browserArgs);
}
for (let run = 0; run < RUNS; run++) speed.offlineMs.push(await visitOffline(order.own));
console.log(JSON.stringify(speed));

async function visitPage(url: string, browserArgs: string[]): Promise<PageSpeed> {
  const runs: Report[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await runLighthouse(url, browserArgs));
  const [first] = runs;
  if (!first) throw new Error('nothing was run');
  const median = (id: string) => middle(runs.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  return {
    lcpMs: median('largest-contentful-paint'),
    cls: median('cumulative-layout-shift'),
    tbtMs: median('total-blocking-time'),
    kb: median('total-byte-weight') / 1000,
    requests: first.audits['network-requests']?.details?.items?.length ?? Number.NaN,
    roundTrips: countChain(first),
    scores: Object.fromEntries(
      JUDGED.map((id) => [
        id,
        Math.round(100 * middle(runs.map(({ categories }) => categories[id]?.score ?? 0))),
      ]),
    ),
    missed: listMissed(first),
  };
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    {
      score: number | null;
      numericValue?: number;
      details?: { items?: { value?: { chains?: Record<string, Chain> } }[] };
    }
  >;
}

interface Chain {
  children?: Record<string, Chain>;
}

async function runLighthouse(url: string, browserArgs: string[]): Promise<Report> {
  // Lighthouse reads these as a shell would: what holds spaces is quoted behind its sign.
  const quoted = browserArgs.map((arg) => arg.replace(/=(.*)$/, '="$1"'));
  const flags = ['--headless=new', ...browser.args, ...quoted].join(' ');
  const args = [
    '--yes',
    LIGHTHOUSE,
    url,
    '--quiet',
    '--output=json',
    '--output-path=stdout',
    `--chrome-flags=${flags}`,
  ];
  const { stdout } = await promisify(execFile)('npx', args, {
    env: { ...process.env, ...browser.env, CHROME_PATH: browser.executablePath },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

/** The longest row of requests of which each was found in the one before. */
function countChain({ audits }: Report): number {
  const depth = (chains: Record<string, Chain>): number =>
    Math.max(0, ...Object.values(chains).map(({ children }) => 1 + depth(children ?? {})));
  const items = audits['network-dependency-tree-insight']?.details?.items ?? [];
  return depth(items.find(({ value }) => value?.chains)?.value?.chains ?? {});
}

function listMissed({ categories, audits }: Report): string[] {
  const weighed = Object.entries(categories)
    .filter(([id]) => JUDGED.includes(id))
    .flatMap(([, { auditRefs }]) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));
  return weighed.filter((id) => audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1);
}

/** Visits a page that is kept, goes away, comes back without a network, and waits for the amount that is due. */
async function visitOffline({ url, cookie }: Order['own']): Promise<number> {
  const { executablePath, args, env } = browser;
  const phone = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const context = await phone.newContext({
      viewport: { width: 412, height: 823 },
      deviceScaleFactor: 1.75,
    });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // The first page was there before the worker; the second one goes through it.
    await page.goto(url);
    await page.goto('about:blank');
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await context.setOffline(true);
    const startedMs = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.amount-due').first().waitFor();
    return performance.now() - startedMs;
  } finally {
    await phone.close();
  }
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
