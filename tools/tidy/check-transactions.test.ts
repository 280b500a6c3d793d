import { describe, expect, it } from 'vitest';
import { checkTransactions, readPortCalls } from './check-transactions.ts';

const calls = { sms: ['send'], payments: ['charge', 'find'] };
const at = (name: string) => `packages/flows/src/payment/${name}.ts`;
const check = (texts: Record<string, string>) =>
  checkTransactions(
    Object.entries(texts).map(([name, text]) => ({ path: at(name), text })),
    calls,
  );

const guilty: [how: string, texts: Record<string, string>][] = [
  [
    'called in the callback',
    { a: 'export const a = (ctx) => inTransaction(ctx, async (tx) => { await tx.sms.send(t); });' },
  ],
  [
    'called on the entity manager',
    { a: 'export const a = (ctx) => ctx.em.transactional(() => ctx.payments.charge(o));' },
  ],
  [
    'taken out of the context',
    { a: 'export function a({ em, sms }) { return em.transactional(() => sms.send(t)); }' },
  ],
  [
    'called deep inside',
    {
      a: 'export function a(ctx) { return inTransaction(ctx, async (tx) => { for (const t of l) { if (t) await tx.sms.send(t); } }); }',
    },
  ],
  [
    'called by a function of the file',
    {
      a: 'export function a(ctx) { return inTransaction(ctx, (tx) => b(tx)); }\nfunction b(ctx) { return ctx.sms.send(t); }',
    },
  ],
  [
    'in a callback with a name',
    {
      a: 'export function a(ctx) { return inTransaction(ctx, write); }\nasync function write(tx) { await tx.sms.send(t); }',
    },
  ],
  [
    'called by another flow',
    {
      a: `import { b } from './b.ts';\nexport function a(ctx) { return inTransaction(ctx, (tx) => b(tx)); }`,
      b: 'export function b(ctx) { return ctx.payments.charge(o); }',
    },
  ],
  [
    'two flows away and renamed',
    {
      a: `import { b as other } from './b.ts';\nexport const a = (ctx) => inTransaction(ctx, (tx) => other(tx));`,
      b: `import { c } from '@kvitt/flows/payment/c';\nexport const b = (ctx) => c(ctx);`,
      c: 'export const c = (ctx) => ctx.sms.send(t);',
    },
  ],
];

const innocent: [how: string, texts: Record<string, string>][] = [
  [
    'called between two transactions',
    {
      a: 'export async function a(ctx) { await inTransaction(ctx, (tx) => tx.em.flush()); await ctx.sms.send(t); await inTransaction(ctx, (tx) => tx.em.flush()); }',
    },
  ],
  [
    'a list that bears the name',
    {
      a: 'export const a = (ctx) => inTransaction(ctx, async (tx) => { const payments = await list(tx); return payments.find(isOpen); });',
    },
  ],
  [
    'a call that stays on the machine',
    { a: 'export const a = (ctx) => inTransaction(ctx, (tx) => tx.sms.readInbound(r));' },
  ],
];

describe('checkTransactions', () => {
  it.each(guilty)('finds a vendor %s', (_, texts) => {
    expect(check(texts)).toHaveLength(1);
  });

  it.each(innocent)('allows %s', (_, texts) => {
    expect(check(texts)).toEqual([]);
  });
});

describe('readPortCalls', () => {
  const port = 'interface P { send(t: T): Promise<A>; readInbound(r: R): W; }';

  it('takes the calls that answer with a promise from the interface', () => {
    expect(readPortCalls([{ path: 'p.ts', text: port }], { sms: 'p.ts' })).toEqual({ sms: ['send'] });
  });

  it('fails when the port has moved', () => {
    expect(() => readPortCalls([], { sms: 'p.ts' })).toThrow('p.ts');
  });
});
