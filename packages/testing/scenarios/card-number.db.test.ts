import { Message } from '@kvitt/db/message/message.entity';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { linkIn } from '@kvitt/testing/read-words';
import { findWords } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

describe('a card number in a text', () => {
  it('is answered with the safe way, and with the link of the open bill', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await cindy.says('pay with 4111 1111 1111 1111 exp 12/29 cvv 123');
    expect(cindy.lastText()).toMatch(
      /^Acme: We removed a card number from your text\. Do not text card numbers\. Pay safely here: http/,
    );
    expect(viewOf(await visitPage(linkIn(cindy.lastText())), 'bill').bill.amountDue.minor).toBe(8420);
    expect(await cindy.sales()).toEqual([]);
  });

  it.each([
    ['4242 4242 4242 4242', ['4242 4242 4242 4242', '4242424242424242']],
    ['4242-4242-4242-4242 12/29 987', ['4242-4242', '42424242', '12/29', ' 987']],
    ['card4012888888881881', ['4012888888881881']],
    ['STOP 4012 8888 8888 1881', ['8888 8888']],
    ['378282246310005', ['378282246310005']],
  ])('is in no column of any table and in no line of the log: %s', async (text, parts) => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    world.logged.length = 0;
    await cindy.says(text);
    for (const part of parts) {
      expect(await findWords(world, part)).toEqual([]);
      expect(world.logged.filter((line) => line.includes(part))).toEqual([]);
    }
  });

  it('is not kept where the text cannot be read to its end either', async () => {
    const { world } = stage;
    world.logged.length = 0;
    const answer = await postFromCarrier(world, {
      fields: { Text: '4111 1111 1111 1111', From: 'not a number' },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('4111');
    expect(await findWords(world, '4111 1111')).toEqual([]);
    expect(world.logged.join()).not.toContain('4111');
  });

  it('leaves the rest of the words readable for the person who answers', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    await cindy.says('my new card is 4111111111111111, can you use it?');
    const kept = await world.ctx.em.fork().findOneOrFail(Message, { body: { $like: 'my new card%' } });
    expect(kept.body).toBe('my new card is [REDACTED-PAN ..1111], can you use it?');
  });

  it('does not take other long numbers for a card: a reference and a telephone number stay', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    for (const text of ['my account is 1234567890123', 'call me at +1 212 555 0142 or 212 555 0143']) {
      await world.plivo.receive({ from: cindy.phone, to: OUR_NUMBER, text });
      await world.pass(1_000);
      // Where the thread's last words are listed for the agents, it is among them until we have answered.
      const found = await findWords(world, text);
      expect(found.filter((table) => table !== 'public.desk')).toEqual(['public.message']);
    }
  });
});
