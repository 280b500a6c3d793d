import { type Context, Hono } from 'hono';
import type { Fault, Faults } from '../../control/faults.ts';
import type { BraintreeSandbox, SandboxTransaction } from '../braintree-sandbox.ts';
import { moveDispute } from '../disputes/move-dispute.ts';
import { type DisputeWish, openDispute } from '../disputes/open-dispute.ts';
import { writeDispute } from '../disputes/write-dispute.ts';
import type { Gateway } from '../state/gateway.ts';
import { type CardNews, updateCard } from '../updater/update-card.ts';
import { writeReport } from '../updater/write-report.ts';
import { returnPayment } from '../us-bank-accounts/return-payment.ts';

type Handles = Pick<BraintreeSandbox, 'faults' | 'transactions' | 'settleAll' | 'sendWebhook'>;

/**
 * The sandbox's own switches, below `/sandbox`, as JSON: faults, clock, settlement, disputes, notifications.
 * The vendor has nothing like it.
 */
export function serveControl(gateway: Gateway, handles: Handles, save: () => Promise<void>): Hono {
  const app = new Hono();
  app.onError((error, c) => c.json({ error: error.message }, 400));

  app.use('/sandbox/*', async (c, next) => {
    const isChange = c.req.method === 'POST' || c.req.method === 'PUT';
    // A page of another origin can send a form or plain text without asking, but not this.
    const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false;
    return isChange && !isJson ? c.json({ error: 'The body must be application/json' }, 415) : next();
  });

  serveFaults(app, handles.faults);
  serveCards(app, gateway, save);
  serveBanks(app, gateway, save);
  app.get('/sandbox/clock', (c) => c.json({ now: new Date(gateway.clock.now()) }));
  app.post('/sandbox/clock/advance', async (c) => {
    const { ms } = await c.req.json<{ ms: number }>();
    await handles.faults.landed();
    await gateway.clock.advance(ms);
    return c.json({ now: new Date(gateway.clock.now()) });
  });

  app.get('/sandbox/transactions', (c) =>
    c.json(handles.transactions(c.req.query() as Partial<SandboxTransaction>)),
  );
  app.post('/sandbox/settle', async (c) => {
    handles.settleAll();
    await save();
    return c.json(handles.transactions({ status: 'settled' }));
  });
  app.put('/sandbox/rules', async (c) => {
    Object.assign(gateway.settings.rules, await c.req.json<Partial<Gateway['settings']['rules']>>());
    return c.json(gateway.settings.rules);
  });

  app.post('/sandbox/webhooks', async (c) => {
    const { kind, subjectId, duplicate } = await c.req.json<{
      kind: string;
      subjectId: string;
      duplicate?: boolean;
    }>();
    await handles.sendWebhook(kind, subjectId, { duplicate: duplicate ?? false });
    return c.body(null, 204);
  });

  app.get('/sandbox/disputes', (c) => c.json(Object.values(gateway.state.disputes)));
  app.post('/sandbox/disputes', async (c) => {
    const dispute = openDispute(gateway, await c.req.json<DisputeWish>());
    await save();
    return c.json(writeDispute(gateway, dispute), 201);
  });
  app.put('/sandbox/disputes/:id', (c) => decideDispute(c, gateway, save));
  return app;
}

function serveFaults(app: Hono, faults: Faults): void {
  app.get('/sandbox/faults', (c) => c.json(faults.list()));
  app.post('/sandbox/faults', async (c) => {
    faults.add(await c.req.json<Fault>());
    return c.json(faults.list(), 201);
  });
  app.delete('/sandbox/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
}

function serveCards(app: Hono, gateway: Gateway, save: () => Promise<void>): void {
  // What no test number shows: a good card that its bank stops honouring, until it is told otherwise.
  app.put('/sandbox/cards/:token', async (c) => {
    const { processorResponse, ...news } = await c.req.json<
      { processorResponse?: string | null } & CardNews
    >();
    const token = c.req.param('token');
    if (!gateway.state.paymentMethods[token]) return c.json({ error: 'No such payment method' }, 404);
    updateCard(gateway, token, news);
    if (processorResponse === undefined) {
      await save();
      return c.json({ token });
    }
    if (processorResponse === null) delete gateway.state.refusedTokens[token];
    else gateway.state.refusedTokens[token] = processorResponse;
    await save();
    return c.json({ token, processorResponse });
  });
}

/** The account updater and the returns of the ACH network: what banks tell the vendor by themselves. */
function serveBanks(app: Hono, gateway: Gateway, save: () => Promise<void>): void {
  app.get('/sandbox/updater/:day{\\d{4}-\\d\\d-\\d\\d\\.csv}', (c) =>
    c.body(writeReport(gateway, c.req.param('day').slice(0, 10)), 200, { 'content-type': 'text/csv' }),
  );
  app.post('/sandbox/returns', async (c) => {
    const { transactionId, code } = await c.req.json<{ transactionId: string; code: string }>();
    returnPayment(gateway, transactionId, code);
    await save();
    return c.json({ transactionId, code });
  });
}

async function decideDispute(c: Context, gateway: Gateway, save: () => Promise<void>): Promise<Response> {
  const dispute = gateway.state.disputes[c.req.param('id') ?? ''];
  if (!dispute) return c.json({ error: 'No such dispute' }, 404);
  const { status } = await c.req.json<{ status: string }>();
  moveDispute(gateway, dispute, status);
  await save();
  return c.json(writeDispute(gateway, dispute));
}
