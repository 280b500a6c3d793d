import { ConsentSeal } from '@kvitt/db/consent/consent-seal.entity';
import { readLedger } from '@kvitt/db/consent/read-ledger';
import { canonicalJson } from '@kvitt/domain/consent/ledger/canonical-json';
import type { Seal } from '@kvitt/domain/consent/ledger/is-sealed';
import type { Ctx } from '../kit/context.ts';

/** What an export begins with. */
export const LEDGER_KIND = 'kvitt-consent-ledger';

/**
 * Writes a biller's consent ledger as lines of canonical JSON: first the seal, then every entry that it vouches for, in
 * order. No line holds personal data, so the whole may be kept by somebody else. What was added since the last seal is left
 * out; it comes with the next.
 */
export async function* exportLedger(ctx: Ctx, billerId: string): AsyncGenerator<string> {
  const em = ctx.em.fork();
  const last = await em.findOne(ConsentSeal, { billerId }, { orderBy: { seq: 'desc' } });
  const seal = last ? toSeal(last) : null;
  yield canonicalJson({ kind: LEDGER_KIND, v: 1, biller: billerId, seal });
  if (!seal) return;
  for await (const page of readLedger(em, billerId, { until: seal.seq })) {
    for (const { entry } of page) yield canonicalJson({ ...entry });
  }
}

export function toSeal({ seq, hash, sealedAt, publicKey, signature }: ConsentSeal): Seal {
  return { seq, hash, sealedAt: sealedAt.toISOString(), publicKey, signature };
}
