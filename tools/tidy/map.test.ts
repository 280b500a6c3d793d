import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWalk, readRefusals } from './check-map.ts';
import { listFiles } from './list-files.ts';
import { folders } from './matrix.ts';

const files = listFiles(path.resolve(import.meta.dirname, '../..'));
const textOf = (at: string) => files.find((file) => file.path === at)?.text ?? '';

/** The folders of a floor; those that belong to no room stand beside them on the map. */
function roomsOf(floor: string): string[] {
  const below = `packages/${floor}/src/`;
  const rooms = files.flatMap(({ path: at }) =>
    at.startsWith(below) ? (at.slice(below.length).match(/^([^/]+)\//)?.[1] ?? []) : [],
  );
  return [...new Set(rooms)].filter((room) => room !== 'kit');
}

describe('the map', () => {
  it('walks PAY by files that name each other', () => {
    const map = { path: 'ARCHITECTURE.md', text: textOf('ARCHITECTURE.md') };
    expect(checkWalk(map, 'The walk of PAY', files)).toEqual([]);
  });

  it.each(['README.md', 'ARCHITECTURE.md'])('has every workspace in %s', (page) => {
    expect(Object.values(folders).filter((folder) => !textOf(page).includes(`\`${folder}\``))).toEqual([]);
  });

  it.each(['domain', 'flows'])('names every room of %s', (floor) => {
    expect(roomsOf(floor).length).toBeGreaterThan(10);
    expect(roomsOf(floor).filter((room) => !textOf('ARCHITECTURE.md').includes(`\`${room}\``))).toEqual([]);
  });
});

describe('the list of documents', () => {
  const list = textOf('docs/README.md');

  it('leads to every page', () => {
    const pages = files
      .map((file) => file.path)
      .filter((at) => /^docs\/(flows|operations|vendors)\/.*\.md$/.test(at));
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter((page) => !list.includes(`(${page.slice('docs/'.length)})`))).toEqual([]);
  });

  it('has a page for every room of acts', () => {
    expect(roomsOf('flows').filter((room) => !list.includes(`\`${room}\``))).toEqual([]);
  });
});

describe('the pages of the flows', () => {
  it('name every code of a refusal', () => {
    const pages = files.filter((file) => file.path.startsWith('docs/flows/')).map((file) => file.text);
    const refusals = readRefusals(files);
    expect(refusals.size).toBeGreaterThan(50);
    const missing = [...refusals].filter(([code]) => !pages.some((text) => text.includes(`\`${code}\``)));
    expect(missing).toEqual([]);
  });
});

describe('checkWalk', () => {
  const house = [
    { path: 'apps/api/src/app.ts', text: `import { takeText } from '@kvitt/flows/message/take-text';` },
    {
      path: 'packages/flows/src/message/take-text.ts',
      text: `import type { Port } from '@kvitt/sms/sms-port';`,
    },
    { path: 'packages/sms/src/sms-port.ts', text: '' },
    { path: 'packages/sms/src/plivo/send.ts', text: `import type { Port } from '../sms-port.ts';` },
    { path: 'apps/worker/src/handlers.ts', text: '' },
  ];
  const check = (...cells: string[]) => {
    const text = [
      '## The walk',
      ...cells.map((cell, at) => `| ${at + 1} | ${cell} | what happens |`),
      '## Next',
    ];
    return checkWalk({ path: 'map.md', text: text.join('\n') }, 'The walk', house).map(
      ({ message }) => message,
    );
  };

  it('takes files that import the next, and adapters that import their port', () => {
    const begin = '[app](apps/api/src/app.ts) → [take](packages/flows/src/message/take-text.ts)';
    expect(
      check(begin, '→ [port](packages/sms/src/sms-port.ts) → [send](packages/sms/src/plivo/send.ts)'),
    ).toEqual([]);
  });

  it('takes a row in place of an import', () => {
    expect(check('[app](apps/api/src/app.ts)', '⇢ [handlers](apps/worker/src/handlers.ts)')).toEqual([]);
  });

  it.each([
    [
      'that nobody before it imports',
      'apps/worker/src/handlers.ts',
      'no file before apps/worker/src/handlers.ts imports it',
    ],
    ['that is not there', 'apps/gone.ts', 'apps/gone.ts is not there'],
  ])('refuses a file %s', (_, file, message) => {
    expect(check('[app](apps/api/src/app.ts)', `→ [next](${file})`)).toEqual([message]);
  });

  it('refuses a page without the walk', () => {
    expect(checkWalk({ path: 'map.md', text: '' }, 'The walk', house)).toHaveLength(1);
  });
});

describe('readRefusals', () => {
  it('finds the codes of a type and of an answer, and where they are said first', () => {
    const flow = 'packages/flows/src/plan/end-plan.ts';
    const text = `type PlanRefusal =\n  | 'running'\n  | 'no-plan';\nreturn { refusal: 'too-late' };`;
    expect([...readRefusals([{ path: flow, text }])]).toEqual([
      ['running', flow],
      ['no-plan', flow],
      ['too-late', flow],
    ]);
  });
});
