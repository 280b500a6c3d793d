import { visibleTo } from './render-message.ts';
import type { SandboxText } from './sandbox-state.ts';

const largestPage = 20;

export interface MessagePage {
  page: SandboxText[];
  limit: number;
  offset: number;
  hasMore: boolean;
}

type Test = (text: SandboxText) => boolean;

/**
 * The texts that a call to list asks for, newest first, 20 at most. Refuses with the sentence of the 400.
 * A number that the sender asked not to log is hidden in the records, so a filter on it finds nothing.
 */
export function listMessages(
  texts: readonly SandboxText[],
  query: Record<string, string>,
): MessagePage | { error: string } {
  const limit = numberOf(query.limit, largestPage);
  const offset = numberOf(query.offset, 0);
  if (!(limit >= 1 && limit <= largestPage))
    return { error: `limit parameter is not from 1 to ${largestPage}` };
  if (!(offset >= 0)) return { error: 'offset parameter is not a number' };
  const tests: Test[] = [];
  for (const [key, value] of Object.entries(query)) {
    const test = testOf(key, value);
    if (test === 'unreadable') return { error: `${key} parameter is not valid` };
    if (test) tests.push(test);
  }
  const found = texts.filter((text) => tests.every((test) => test(text))).reverse();
  return {
    page: found.slice(offset, offset + limit),
    limit,
    offset,
    hasMore: found.length > offset + limit,
  };
}

function testOf(key: string, value: string): Test | 'unreadable' | null {
  const digits = value.replace(/^\+/, '');
  switch (key) {
    case 'from_number':
      return (text) => text.from === digits;
    case 'to_number':
      return (text) => visibleTo(text) === digits;
    case 'message_state':
      return (text) => text.state === value;
    case 'message_direction':
      return (text) => text.direction === value;
    case 'message_type':
      return (text) => text.type === value;
    case 'error_code':
      return (text) => text.errorCode === value;
    case 'powerpack_id':
      return (text) => text.powerpackUuid === value;
  }
  return key.startsWith('message_time') ? timeTest(key.slice('message_time'.length), value) : null;
}

function timeTest(comparison: string, value: string): Test | 'unreadable' {
  const at = parseTime(value);
  if (Number.isNaN(at)) return 'unreadable';
  switch (comparison) {
    case '':
      return (text) => text.acceptedAt === at;
    case '__gt':
      return (text) => text.acceptedAt > at;
    case '__gte':
      return (text) => text.acceptedAt >= at;
    case '__lt':
      return (text) => text.acceptedAt < at;
    case '__lte':
      return (text) => text.acceptedAt <= at;
  }
  return 'unreadable';
}

/** `YYYY-MM-DD HH:MM[:ss[.uuuuuu]]` in UTC, to milliseconds; NaN for anything else. */
function parseTime(value: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?)?$/.exec(value);
  return match ? Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}Z`) : Number.NaN;
}

function numberOf(value: string | undefined, otherwise: number): number {
  return value === undefined || value === '' ? otherwise : Number(value);
}
