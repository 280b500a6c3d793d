import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayName } from '../time/day-number.ts';
import { isBusinessDay } from '../time/is-business-day.ts';
import { localDate } from '../time/local-date.ts';
import { localInstant } from '../time/local-instant.ts';
import { type Cadence, isBeforeDue } from './cadence.ts';
import { defaultCadence } from './default-cadence.ts';
import { planReminders, type RemindedBill } from './plan-reminders.ts';
import type { Place } from './plan-step.ts';

/** Eight in the morning to nine in the evening of the zone's days. */
function openByDay(timeZone: string, country: string): Place {
  return {
    timeZone,
    country,
    refusalOf: (category, { service, 'past-due': pastDue }) =>
      (category === 'info' ? service : pastDue) === 'express' ? undefined : 'CONSENT_MISSING',
    nextAllowedAt(_category, fromMs) {
      const day = localDate(new Date(fromMs), timeZone);
      const opens = localInstant(day, 8 * 60, timeZone);
      if (fromMs < opens) return opens;
      if (fromMs < localInstant(day, 21 * 60, timeZone)) return fromMs;
      const next = localDate(new Date(localInstant(day, 36 * 60, timeZone)), timeZone);
      return localInstant(next, 8 * 60, timeZone);
    },
  };
}

const NEW_YORK = openByDay('America/New_York', 'US');
const CADENCE = defaultCadence('US');

const BILL: RemindedBill = {
  issuedOn: '2026-12-01',
  dueOn: '2026-12-17',
  receivedOn: '2026-12-01',
  announcedOn: '2026-12-01',
  openMinor: 8420,
  isFirstMiss: true,
  hasAutopay: false,
  hasPromise: false,
  isHeld: false,
  reach: { hasPhone: true, isSmsCapable: true, consents: { service: 'express', 'past-due': 'express' } },
};

const NOW = new Date('2026-12-01T15:00:00Z');

/** "step day hour" or "step day reason", in New York. */
function planned(traits: Partial<RemindedBill> = {}, now = NOW, cadence: Cadence = CADENCE): string[] {
  return planReminders({ ...BILL, ...traits }, cadence, NEW_YORK, now).map(({ step, day, plan }) => {
    if (plan.kind === 'skip') return `${step} ${day} ${plan.reason}`;
    const at = new Date(plan.atMs);
    const hour = at.toLocaleTimeString('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' });
    return `${step} ${localDate(at, 'America/New_York')} ${hour}`;
  });
}

describe('planReminders', () => {
  it('reminds a week, three days and a day before, on the day, softly after it, and then more rarely', () => {
    expect(planned()).toEqual([
      'due-in-7 2026-12-10 10:00',
      // The 14th is a Monday.
      'due-in-3 2026-12-14 10:00',
      'due-tomorrow 2026-12-16 10:00',
      'due-today 2026-12-17 10:00',
      'first-miss 2026-12-18 10:00',
      'overdue-1 2026-12-18 FIRST_MISS',
      'overdue-7 2026-12-24 10:00',
      'overdue-14 2026-12-31 10:00',
      // The 16th of January is a Saturday, and Monday is Martin Luther King's.
      'overdue-30 2027-01-19 10:00',
    ]);
  });

  it('names the fee to those who have been late before', () => {
    expect(planned({ isFirstMiss: false }).slice(4, 6)).toEqual([
      'first-miss 2026-12-18 NOT_FIRST_MISS',
      'overdue-1 2026-12-18 10:00',
    ]);
  });

  it.each<[string, Partial<RemindedBill>]>([
    ['ALREADY_PAID', { openMinor: 0 }],
    ['PROMISED', { hasPromise: true }],
    ['HELD', { isHeld: true }],
  ])('sends nothing of any step: %s', (reason, traits) => {
    expect(planned(traits).every((line) => line.endsWith(reason))).toBe(true);
  });

  it('tells nobody of what is past due who agreed to be told of bills alone', () => {
    const reach = { ...BILL.reach, consents: { service: 'express' as const } };
    expect(planned({ reach }).slice(3)).toEqual([
      'due-today 2026-12-17 10:00',
      'first-miss 2026-12-18 CONSENT_MISSING',
      'overdue-1 2026-12-18 FIRST_MISS',
      'overdue-7 2026-12-24 CONSENT_MISSING',
      'overdue-14 2026-12-31 CONSENT_MISSING',
      'overdue-30 2027-01-19 CONSENT_MISSING',
    ]);
  });

  it('sends nothing without a phone that takes texts', () => {
    const none = { ...BILL.reach, hasPhone: false };
    const landline = { ...BILL.reach, isSmsCapable: false };
    expect(planned({ reach: none })[0]).toBe('due-in-7 2026-12-10 NO_PHONE');
    expect(planned({ reach: landline })[0]).toBe('due-in-7 2026-12-10 NOT_SMS_CAPABLE');
  });

  it('sends who is charged by themselves nothing before the charge, and asks again where it failed', () => {
    const [week, three, day, today, miss] = planned({ hasAutopay: true });
    for (const line of [week, three, day, today]) expect(line).toMatch(/AUTOPAY$/);
    expect(miss).toBe('first-miss 2026-12-18 10:00');
  });

  it('leaves a bill alone that has just come with its own text', () => {
    expect(planned({ announcedOn: '2026-12-09' })[0]).toBe('due-in-7 2026-12-10 JUST_ANNOUNCED');
    expect(planned({ announcedOn: '2026-12-08' })[0]).toBe('due-in-7 2026-12-10 10:00');
  });

  it('takes no step of a day before the bill came here', () => {
    expect(planned({ receivedOn: '2026-12-15' })[0]).toBe('due-tomorrow 2026-12-16 10:00');
  });

  it('moves what comes before the due date earlier, and what comes after it later', () => {
    // Christmas Day is a Friday.
    const lines = planned({ dueOn: '2026-12-28' });
    expect(lines.slice(1, 3)).toEqual(['due-in-3 2026-12-24 10:00', 'due-tomorrow 2026-12-24 10:00']);
    expect(planned({ dueOn: '2026-12-24' })[4]).toBe('first-miss 2026-12-28 10:00');
  });

  it('after a week without service skips what says "tomorrow" of yesterday, and sends what is still true', () => {
    expect(planned({}, new Date('2026-12-19T18:00:00Z')).slice(0, 6)).toEqual([
      'due-in-7 2026-12-10 STALE',
      'due-in-3 2026-12-14 STALE',
      'due-tomorrow 2026-12-16 STALE',
      'due-today 2026-12-17 STALE',
      'first-miss 2026-12-19 13:00',
      'overdue-1 2026-12-18 FIRST_MISS',
    ]);
  });

  it('waits for the morning, and skips what the morning would make untrue', () => {
    const night = new Date('2026-12-17T02:30:00Z');
    expect(planned({}, night)[2]).toBe('due-tomorrow 2026-12-16 NO_WINDOW');
    expect(planned({}, night)[3]).toBe('due-today 2026-12-17 10:00');
    expect(planned({ isFirstMiss: false }, new Date('2026-12-19T02:30:00Z'))[5]).toBe(
      'overdue-1 2026-12-19 08:00',
    );
  });

  it('keeps off the days on which the biller itself is closed, as off holidays', () => {
    const daysOf = (closedOn: string[]) =>
      planned({}, NOW, { ...CADENCE, closedOn })
        .filter((line) => /^(due-in-3|due-today|first-miss) /.test(line))
        .map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(daysOf([])).toEqual(['due-in-3 2026-12-14', 'due-today 2026-12-17', 'first-miss 2026-12-18']);
    // From a Monday to the Friday before it, from a Friday to the Monday after it; "today" stays where it is true.
    expect(daysOf(['2026-12-14', '2026-12-17', '2026-12-18'])).toEqual([
      'due-in-3 2026-12-11',
      'due-today 2026-12-17',
      'first-miss 2026-12-21',
    ]);
  });

  it('counts business days where the cadence says so', () => {
    const [step] = CADENCE.steps;
    if (!step) throw new Error('the default cadence has a first step');
    const cadence: Cadence = {
      sendMinute: 600,
      steps: [{ ...step, offset: -5, countedIn: 'business-days' }],
    };
    expect(planned({ dueOn: '2026-12-28' }, NOW, cadence)).toEqual(['due-in-7 2026-12-18 10:00']);
  });
});

const ZONES = [
  'America/New_York',
  'Europe/Stockholm',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Phoenix',
];

const bills = fc.record({
  zone: fc.constantFrom(...ZONES),
  country: fc.constantFrom('US', 'SE', 'NO', 'DE', 'GB', 'FR'),
  due: fc.integer({ min: 20_400, max: 22_200 }),
  nowMs: fc.integer({ min: 20_360 * 86_400_000, max: 22_260 * 86_400_000 }),
  isFirstMiss: fc.boolean(),
});

describe('planReminders, for any bill, zone and instant', () => {
  it('sends within the window, on the useful days, never in the past, and never a lie', () => {
    fc.assert(
      fc.property(bills, ({ zone, country, due, nowMs, isFirstMiss }) => {
        const dueOn = dayName(due);
        const place = openByDay(zone, country);
        const bill = { ...BILL, dueOn, receivedOn: '2020-01-01', announcedOn: null, isFirstMiss };
        const cadence = defaultCadence(country);
        for (const { step, plan, day } of planReminders(bill, cadence, place, new Date(nowMs))) {
          if (plan.kind === 'skip') continue;
          const { template } = cadence.steps.find(({ key }) => key === step) ?? { template: 'overdue' };
          const onDay = localDate(new Date(plan.atMs), zone);
          expect(plan.atMs).toBeGreaterThanOrEqual(nowMs);
          expect(place.nextAllowedAt('info', plan.atMs)).toBe(plan.atMs);
          expect(onDay >= day).toBe(true);
          if (template === 'due-today') expect(onDay).toBe(dueOn);
          else if (isBeforeDue(template)) expect(onDay < dueOn).toBe(true);
          else expect(onDay > dueOn).toBe(true);
        }
      }),
    );
  });

  it('plans no step but "due today" for a day on which nobody works', () => {
    fc.assert(
      fc.property(bills, ({ zone, country, due }) => {
        const dueOn = dayName(due);
        const plans = planReminders(
          { ...BILL, dueOn, receivedOn: '2020-01-01' },
          defaultCadence(country),
          openByDay(zone, country),
          new Date(0),
        );
        for (const { step, day } of plans) {
          if (step !== 'due-today') expect(isBusinessDay(day, country)).toBe(true);
        }
      }),
    );
  });
});
