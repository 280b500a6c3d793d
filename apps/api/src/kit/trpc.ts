import type { Ctx } from '@kvitt/flows/kit/context';
import { initTRPC } from '@trpc/server';

/** What every procedure is given: the context of one request. */
export interface TrpcContext extends Record<string, unknown> {
  em: Ctx['em'];
  flow: Ctx;
}

const t = initTRPC.context<TrpcContext>().create({
  // A stack in an answer tells a stranger how the house is built.
  isDev: false,
});

export const { router, procedure: publicProcedure } = t;
