import { keepCustomerStandings } from '@kvitt/db/customer/keep-customer-standings';
import type { Ctx } from '../kit/context.ts';

/** As many as one short transaction works out: half a second at the most. */
const AT_ONCE = 2_000;

/** Works out anew what customers owe whose bills or money have moved, for the list of customers; says how many notes it took. */
export async function keepStandings(ctx: Ctx): Promise<number> {
  return keepCustomerStandings(ctx.em.fork(), AT_ONCE);
}
