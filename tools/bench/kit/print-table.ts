import type { Result, Row } from './result.ts';

/** Writes a run's results as one table, with what is to be known about each below it. */
export function printTable(results: readonly Result[]): string {
  const head = ['workload', 'ours', 'limit', 'ratio', 'bar', 'p50 ms', 'p99 ms', 'peak MB'];
  const lines = results.flatMap((result) =>
    result.rows.map((row, index) => [
      `${result.id} ${row.what}`,
      ...cells(row),
      index === 0 ? memory(result) : '',
    ]),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const write = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const notes = results.flatMap((result) => ['', `${result.id} ${result.title}`, ...about(result)]);
  return [write(head), rule, ...lines.map(write), ...notes].join('\n');
}

function cells(row: Row): string[] {
  const { limit } = row;
  return [
    `${figure(row.ours)} ${row.unit}`,
    limit ? `${figure(limit.value)} ${row.unit}` : '',
    limit ? (row.ours / limit.value).toFixed(2) : '',
    row.bar ?? '',
    row.p50Ms === undefined ? '' : figure(row.p50Ms),
    row.p99Ms === undefined ? '' : figure(row.p99Ms),
  ];
}

function memory(result: Result): string {
  return Object.entries(result.peakMemoryMb)
    .map(([part, mb]) => `${part} ${Math.round(mb)}`)
    .join(', ');
}

function about(result: Result): string[] {
  const limits = result.rows.flatMap(({ what, limit }) =>
    limit ? [`  limit of "${what}": ${limit.what}`] : [],
  );
  return [...limits, ...result.notes.map((note) => `  ${note}`)];
}

function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
