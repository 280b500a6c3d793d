import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Fault } from '../control/faults.ts';
import { changeSettings } from './change-settings.ts';
import { countUnits } from './count-units.ts';
import { type ApiContext, readParams } from './guard-api.ts';
import { listPhones } from './list-phones.ts';
import type { PlivoWorld } from './open-world.ts';
import { receiveText } from './receive-text.ts';
import type { Destination, Handset, Settings } from './sandbox-state.ts';
import { serveClock } from './serve-clock.ts';
import { streamEvents } from './stream-events.ts';

type App = Hono<{ Bindings: HttpBindings }>;

/**
 * The sandbox's own controls under /sandbox: nothing of it exists at the vendor. It is open to whoever reaches the
 * port, but a body must be JSON, which a page of another origin cannot send without asking first.
 */
export function serveControl(
  app: App,
  world: PlivoWorld,
  serves: { linkOrigins: Record<string, string>; timekeeper?: string | undefined },
): void {
  app.use('/sandbox/*', async (c, next) => {
    const hasBody = ['POST', 'PUT'].includes(c.req.method);
    if (hasBody && !c.req.header('content-type')?.includes('application/json')) {
      return c.json({ error: 'The body must be application/json.' }, 415);
    }
    await next();
    world.save();
  });
  app.get('/sandbox/view', (c) =>
    c.json({
      now: world.now(),
      numbers: [...world.numbers.values()],
      phones: listPhones(world),
      destinations: world.state.destinations,
      optOuts: world.state.optOuts,
      settings: world.state.settings,
      faults: world.faults.list(),
      linkOrigins: serves.linkOrigins,
      isTimeKept: serves.timekeeper !== undefined,
    }),
  );
  app.get('/sandbox/events', () => streamEvents(world));
  app.get('/sandbox/units', (c) => c.json(countUnits(c.req.query('text') ?? '')));
  serveTraffic(app, world);
  serveCarrier(app, world);
  serveClock(app, world, serves.timekeeper);
}

/** What people's phones do, and what has been sent. */
function serveTraffic(app: App, world: PlivoWorld): void {
  app.post('/sandbox/receive', async (c) => {
    const { from, to, text, media } = await bodyOf<Record<string, string> & { media?: string[] }>(c);
    if (!from || !to || !text) return c.json({ error: 'from, to and text are needed.' }, 400);
    const inbound = receiveText(world, {
      from: digits(from),
      to: digits(to),
      text,
      ...(media ? { media } : {}),
    });
    if (!inbound) return c.json({ error: `The account does not rent the number ${to}.` }, 404);
    return c.json({ messageUuid: inbound.uuid }, 201);
  });
  app.get('/sandbox/texts', (c) => {
    const { to, from, person } = c.req.query();
    const texts = world.state.texts.filter(
      (text) =>
        (!to || text.to === digits(to)) &&
        (!from || text.from === digits(from)) &&
        (!person || text.to === digits(person) || text.from === digits(person)),
    );
    return c.json({ texts });
  });
  app.get('/sandbox/callbacks', (c) => c.json({ pending: world.state.callbacks, recent: world.callbackLog }));
  app.get('/sandbox/calls', (c) => c.json({ calls: world.state.calls }));
  app.get('/sandbox/handsets', (c) => c.json({ phones: listPhones(world) }));
  app.post('/sandbox/handsets', async (c) => {
    const { number, name, about } = await bodyOf<Handset>(c);
    if (!/^\+?[1-9]\d{6,14}$/.test(number ?? ''))
      return c.json(
        { error: 'That is not a phone number: it takes a country code and 7 to 15 digits in all.' },
        400,
      );
    const handset = {
      number: digits(number),
      name: name || `+${digits(number)}`,
      ...(about ? { about } : {}),
    };
    world.state.handsets = [
      ...world.state.handsets.filter((known) => known.number !== handset.number),
      handset,
    ];
    world.tell({ kind: 'handsets' });
    return c.json(handset, 201);
  });
  app.delete('/sandbox/handsets/:number', (c) => {
    const number = digits(c.req.param('number'));
    world.state.handsets = world.state.handsets.filter((known) => known.number !== number);
    world.tell({ kind: 'handsets' });
    return c.body(null, 204);
  });
}

/** What the carriers and the network do. */
function serveCarrier(app: App, world: PlivoWorld): void {
  const tellFaults = () => world.tell({ kind: 'faults', faults: world.faults.list() });
  app.get('/sandbox/faults', (c) => c.json({ faults: world.faults.list() }));
  app.post('/sandbox/faults', async (c) => {
    const fault = await bodyOf<Fault>(c);
    const kinds = ['drop-before', 'drop-after', 'late', 'delay', 'status'];
    if (!kinds.includes(fault.kind))
      return c.json({ error: `kind must be one of ${kinds.join(', ')}.` }, 400);
    world.faults.add(fault);
    tellFaults();
    return c.json({ faults: world.faults.list() }, 201);
  });
  app.delete('/sandbox/faults', (c) => {
    world.faults.clear();
    tellFaults();
    return c.body(null, 204);
  });
  app.get('/sandbox/destinations', (c) => c.json(world.state.destinations));
  app.put('/sandbox/destinations/:number', async (c) => {
    const destination = await bodyOf<Destination>(c);
    const outcomes = ['delivered', 'sent-only', 'undelivered', 'failed'];
    if (!outcomes.includes(destination.outcome)) {
      return c.json({ error: `outcome must be one of ${outcomes.join(', ')}.` }, 400);
    }
    world.state.destinations[digits(c.req.param('number'))] = destination;
    world.tell({ kind: 'destinations' });
    return c.json(destination);
  });
  app.delete('/sandbox/destinations/:number', (c) => {
    delete world.state.destinations[digits(c.req.param('number'))];
    world.tell({ kind: 'destinations' });
    return c.body(null, 204);
  });
  app.get('/sandbox/opt-outs', (c) => c.json({ optOuts: world.state.optOuts }));
  app.get('/sandbox/settings', (c) => c.json(world.state.settings));
  app.put('/sandbox/settings', async (c) => {
    changeSettings(world, await bodyOf<Partial<Settings>>(c));
    return c.json(world.state.settings);
  });
}

/** The body as the caller means it; what matters in it is checked where it is used. */
async function bodyOf<T>(c: ApiContext): Promise<T> {
  return ((await readParams(c)) ?? {}) as T;
}

function digits(number: string): string {
  return number.replace(/\D/g, '');
}
