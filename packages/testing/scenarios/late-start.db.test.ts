import { Consent } from '@kvitt/db/consent/consent.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { answerText } from '@kvitt/flows/conversation/answer-text';
import { receiveText } from '@kvitt/flows/conversation/receive-text';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Takes a text in as the webhook does, and leaves its answer for later. */
async function receive(person: Person, body: string): Promise<string> {
  const { ctx, clock } = stage.world;
  await clock.advance(1_000);
  const answer = await receiveText(ctx, {
    vendorId: `${person.phone} says ${body}`,
    from: `+${person.phone}`,
    to: `+${OUR_NUMBER}`,
    body,
    parts: 1,
  });
  if (answer.kind !== 'received') throw new Error(answer.kind);
  return answer.messageId;
}

async function consentOf({ accountId }: Person): Promise<string | undefined> {
  const em = stage.world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { accountId });
  return (await em.findOne(Consent, { phoneId, purpose: 'service' }))?.state;
}

describe('a START that is answered late', () => {
  it.each(['START', 'YES'])('does not undo the STOP that came after it: %s', async (start) => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const early = await receive(cindy, start);
    const stop = await receive(cindy, 'please stop texting me');
    for (const messageId of [stop, early]) await answerText(world.ctx, { billerId, messageId });
    expect(await consentOf(cindy)).toBe('revoked');
    await world.pass(10_000);
    expect(cindy.texts().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Acme: You are opted out\./),
    ]);
  });
});
