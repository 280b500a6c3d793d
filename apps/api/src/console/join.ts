import { Biller } from '@kvitt/db/biller/biller.entity';
import { readPassword } from '@kvitt/domain/agent/read-password';
import { acceptInvitation, findInvitation } from '@kvitt/flows/agent/accept-invitation';
import type { Ctx } from '@kvitt/flows/kit/context';
import { hashPassword } from 'better-auth/crypto';
import type { Context } from 'hono';
import { z } from 'zod';

const BODY = z.object({ name: z.string().trim().min(1).max(120), password: z.string().max(1_000) });

/** Whom an invitation's link is for. */
export async function showInvitation(c: Context, ctx: Ctx): Promise<Response> {
  const invitation = await findInvitation(ctx, c.req.param('token') ?? '');
  if (!invitation) return c.json({ refusal: 'LINK_DEAD' }, 404);
  const biller = await ctx.em.findOneOrFail(Biller, { id: invitation.billerId });
  return c.json({ email: invitation.email, role: invitation.role, biller: biller.name });
}

/** Takes the name and the password that the invited person has chosen. */
export async function joinByInvitation(c: Context, ctx: Ctx): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const invitation = await findInvitation(ctx, token);
  if (!invitation) return c.json({ refusal: 'LINK_DEAD' }, 404);
  const body = BODY.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ refusal: 'NAME_MISSING' }, 422);
  const { name, password } = body.data;
  const reading = readPassword(password, invitation.email);
  if (reading.kind === 'refused') return c.json({ refusal: reading.refusal }, 422);
  const answer = await acceptInvitation(ctx, token, { name, passwordHash: await hashPassword(password) });
  return answer.kind === 'accepted'
    ? c.json({ email: answer.email })
    : c.json({ refusal: answer.refusal }, 404);
}
