import { findPhone, findPhones } from '@kvitt/db/consent/find-phones';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { listOptOuts } from '@kvitt/db/consent/list-opt-outs';
import { loadChain } from '@kvitt/db/consent/load-chain';
import { type ReadEntry, readLedger } from '@kvitt/db/consent/read-ledger';
import { listDecisions } from '@kvitt/db/message/list-decisions';
import { AUDITORS } from '@kvitt/domain/agent/role';
import { exportLedger } from '@kvitt/flows/consent/export-ledger';
import { verifyExport } from '@kvitt/flows/consent/verify-export';
import { explainDecision } from '@kvitt/flows/message/explain-decision';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesInSteps, refuse } from '../kit/trpc-console.ts';

const MOST = 20;
const PAGE = 100;
const FAULTS = 20;

/** What proves who agreed to what, and why a text was or was not sent; read only. */
export const proofRoom = consoleRoom({
  /** Phones by some of their digits, also such as are nobody's any more. */
  find: forRoles(AUDITORS)
    .input(z.object({ number: z.string().max(40) }))
    .query(({ ctx: { em, agent }, input }) =>
      findPhones(em, { billerId: agent.billerId, digits: input.number.replace(/\D/g, ''), limit: MOST }),
    ),

  /** All that happened to a phone's consents, newest first, and why texts went there or did not. */
  phone: forRoles(AUDITORS)
    .input(z.object({ phoneId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input: { phoneId } }) => {
      const { billerId } = agent;
      const phone = await findPhone(em, billerId, phoneId);
      if (!phone) return refuse('NO_SUCH_PHONE');
      const entries: ReadEntry[] = [];
      for await (const page of readLedger(em, billerId, { phoneId })) entries.push(...page);
      const { seal } = await loadChain(em, billerId);
      const events = entries.map(
        ({ entry: { seq, at, purpose, act, channel, wording: key, hash }, details }) => ({
          ...{ seq, at, purpose, act, channel, key, hash, ...details },
          isSealed: seal !== null && seq <= seal.seq,
        }),
      );
      return {
        ...phone,
        standing: await findStanding(em, billerId, phoneId),
        events: events.reverse(),
        decisions: (await listDecisions(em, { billerId, phoneId })).map(explainDecision),
      };
    }),

  /** How far the consent ledger reaches, and how far it is signed. */
  chain: forRoles(AUDITORS).query(({ ctx: { em, agent } }) => loadChain(em, agent.billerId)),

  /** Reads the whole ledger as far as it is signed, every entry held against the one before, as the offline verifier does. */
  verify: forRolesInSteps(AUDITORS).query(async ({ ctx: { limited, agent } }) => {
    const { entries, seal, faults } = await verifyExport(exportLedger(limited, agent.billerId), undefined);
    const [first] = faults;
    return {
      at: limited.clock.now().toISOString(),
      entries,
      sealedAt: seal?.sealedAt ?? null,
      faults: faults.slice(0, FAULTS).map(({ kind, seq, until }) => ({ kind, seq, until })),
      isWhole: first === undefined,
    };
  }),

  /** Who ended a consent between two days. */
  optOuts: forRoles(AUDITORS)
    .input(z.object({ from: z.iso.date(), to: z.iso.date(), before: z.int().positive().optional() }))
    .query(({ ctx: { em, agent }, input: { from, to, before } }) =>
      listOptOuts(em, { billerId: agent.billerId, from, to, limit: PAGE, ...(before && { before }) }),
    ),
});
