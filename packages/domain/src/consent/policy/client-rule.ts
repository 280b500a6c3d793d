import { utcMidnight } from '../../locale/calendar-day.ts';
import { CALENDARS } from '../../time/is-holiday.ts';
import { type Fields, MalformedInput, oneOf, readFields, readList, readText } from './read-fields.ts';
import { type BlockRule, CATEGORIES, type CapRule, CHANNELS, type Hours, type WindowRule } from './rule.ts';

/** What a biller, or a customer for themselves, may add: it narrows, and is named in a reason like any other rule. */
export type ClientRule = WindowRule | CapRule | BlockRule;

/** Reads a window that a biller or a customer adds, `{"id", "categories", "days"}` and what else a rule may have. */
export function readWindow(json: unknown, field: string): WindowRule {
  const fields = readFields(json, field);
  const days = readFields(fields.days, `${field}.days`);
  return {
    ...readRow(fields, field),
    days: Object.fromEntries(
      Object.entries(days).map(([day, hours]) => [
        readDay(day, field),
        readHours(hours, `${field}.days.${day}`),
      ]),
    ),
    ...(fields.holidays !== undefined && {
      holidays: oneOf(CALENDARS, fields.holidays, `${field}.holidays`),
    }),
  };
}

export function readCap(json: unknown, field: string): CapRule {
  const fields = readFields(json, field);
  const isByHours = fields.hours !== undefined;
  if (isByHours === (fields.cal_days !== undefined)) {
    throw new MalformedInput(field, 'must have either hours or cal_days');
  }
  return {
    ...readRow(fields, field),
    counts: readList(fields.counts ?? ['sms'], `${field}.counts`, (kind, at) =>
      oneOf([...CHANNELS, 'conversation'], kind, at),
    ),
    per: oneOf(['subject', 'debt', 'recipient'], fields.per ?? 'recipient', `${field}.per`),
    max: readCount(fields.max, `${field}.max`),
    ...(isByHours
      ? { hours: readCount(fields.hours, `${field}.hours`) }
      : { calDays: readCount(fields.cal_days, `${field}.cal_days`) }),
  };
}

export function readBlock(json: unknown, field: string): BlockRule {
  return readRow(readFields(json, field), field);
}

function readRow(fields: Fields, field: string): BlockRule {
  const text = (name: string) => readText(fields[name], `${field}.${name}`);
  const optional = (name: string, as: string) => (fields[name] === undefined ? {} : { [as]: text(name) });
  return {
    id: text('id'),
    name: fields.name === undefined ? text('id') : text('name'),
    layer: 'client',
    jur: fields.jur === undefined ? '*' : text('jur'),
    categories: readList(fields.categories ?? [], `${field}.categories`, (word, at) =>
      oneOf(CATEGORIES, word, at),
    ),
    channels: readList(fields.channels ?? [], `${field}.channels`, (word, at) => oneOf(CHANNELS, word, at)),
    ...(fields.from !== undefined && { from: readDate(fields.from, `${field}.from`) }),
    ...(fields.to !== undefined && { to: readDate(fields.to, `${field}.to`) }),
    ...optional('requires', 'requires'),
    ...optional('waived_by', 'waivedBy'),
    ...(fields.min_dpd !== undefined && { minDpd: readCount(fields.min_dpd, `${field}.min_dpd`) }),
    source: fields.src === undefined ? 'client' : text('src'),
    confidence: 'POL',
  };
}

function readDate(value: unknown, field: string): string {
  const date = readText(value, field);
  try {
    utcMidnight(date);
    return date;
  } catch {
    throw new MalformedInput(field, 'must be a date as 2026-12-01');
  }
}

function readDay(day: string, field: string): string {
  if (/^([0-6]|[0-6]-[0-6]|\*|hol)$/.test(day)) return day;
  throw new MalformedInput(`${field}.days`, `has a day that there is not: ${day}`);
}

function readHours(value: unknown, field: string): Hours {
  const hours = readList(value, field, readText);
  const [start, end] = hours;
  if (hours.length === 0) return [];
  const isSpan = hours.length === 2 && hours.every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
  if (!isSpan || start === undefined || end === undefined || start >= end) {
    throw new MalformedInput(field, 'must be [] or ["08:00", "21:00"], the earlier first');
  }
  return [start, end];
}

function readCount(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new MalformedInput(field, 'must be a whole number of at least 1');
}
