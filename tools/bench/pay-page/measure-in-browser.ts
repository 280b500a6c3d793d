import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { hashToken } from '@kvitt/db/session/hash-token';
import { serveVendorPages, type VendorPages } from '@kvitt/testing/beside/serve-vendor-pages';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { openParts, type Parts } from '../kit/bench-parts.ts';
import { percentile } from '../kit/percentile.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { BILLER, KIND } from '../kit/seed-people.ts';
import { buildPortal } from './build-portal.ts';
import type { Order, Speed } from './page-speed.ts';
import { seedLinks } from './seed-links.ts';

const MEASURE = path.resolve(import.meta.dirname, '../../../e2e/speed/measure-speed.ts');

/** What the cookie of a browser holds that has proved whose the second bill is. */
const BROWSER = 'b'.repeat(16);

/** PAGES: what a phone on slow 4G sees, by Lighthouse on the built pages, and a second visit without a network. */
export async function run(options: BenchOptions): Promise<Result> {
  await buildPortal();
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    const [bill = '', own = ''] = await seedLinks(database, 2);
    await withClient(database.url, (client) =>
      client.query(
        `insert into portal_session (biller_id, id, account_id, browser_hash, way, opened_at, expires_at)
        values ($1, bench_id('f', 1), bench_id('${KIND.account}', 2), $2, 'text-code', now(), now() + interval '1 hour')`,
        [BILLER, hashToken(BROWSER)],
      ),
    );
    await parts.start('api');
    return report(
      await withVendor(parts, (vendor) =>
        measure({
          pages: {
            'a bill': { url: `${parts.origin}/${bill}` },
            'the card step': { url: `${vendor.origin}/${bill}/pay`, browserArgs: vendor.browserArgs },
            joining: { url: `${parts.origin}/join/bench` },
          },
          own: { url: `${parts.origin}/${own}`, cookie: `kvitt_browser=${BROWSER}` },
        }),
      ),
    );
  } finally {
    await parts.stop();
    await database.stop();
  }
}

/**
 * The card step is looked at with the processor's own client and host names. Frames of the page's own origin, as the stand-in
 * client has them, would share its thread, and their work would be counted as the page's: a browser gives the processor's a
 * process of their own.
 */
async function withVendor<T>(parts: Parts, act: (vendor: VendorPages) => Promise<T>): Promise<T> {
  const runtime = await parts.openRuntime();
  try {
    const vendor = await serveVendorPages(runtime.context);
    return await act(vendor).finally(() => vendor.close());
  } finally {
    await runtime.close();
  }
}

async function measure(order: Order): Promise<Speed> {
  const { stdout } = await promisify(execFile)(process.execPath, [MEASURE, JSON.stringify(order)], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

function report({ pages, offlineMs }: Speed): Result {
  const rows = Object.entries(pages).flatMap(([name, page]): Row[] => [
    {
      what: `${name}: largest paint`,
      ours: page.lcpMs,
      unit: 'ms',
      limit: within(900, 'the bar'),
      bar: '≤ 1.00',
    },
    {
      what: `${name}: layout shift`,
      ours: page.cls,
      unit: '',
      limit: within(0.01, 'the bar'),
      bar: '≤ 1.00',
    },
    { what: `${name}: blocked`, ours: page.tbtMs, unit: 'ms', limit: within(50, 'the bar'), bar: '≤ 1.00' },
    { what: `${name}: transferred`, ours: page.kb, unit: 'KB' },
    { what: `${name}: requests in a row`, ours: page.roundTrips, unit: `of ${page.requests}` },
    ...Object.entries(page.scores).map(([id, score]) => ({
      what: `${name}: ${id}`,
      ours: score,
      unit: 'of 100',
    })),
  ]);
  const offline = percentile(offlineMs, 0.5);
  return {
    id: 'PAGES',
    title: 'what a phone on slow 4G sees of the pages',
    rows: [
      ...rows,
      {
        what: 'second visit, offline',
        ours: offline,
        unit: 'ms',
        limit: within(500, 'the bar'),
        bar: '≤ 1.00',
      },
    ],
    peakMemoryMb: {},
    notes: [
      'medians of three runs of Lighthouse on a new browser each (phone, 150 ms a round trip, 1.6 Mbit/s, processor four times slower)',
      ...Object.entries(pages).map(
        ([name, { missed }]) => `${name} misses: ${missed.join(', ') || 'nothing'}`,
      ),
    ],
  };
}

function within(value: number, what: string): { value: number; what: string } {
  return { value, what };
}
