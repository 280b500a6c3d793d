import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addMethod } from '@kvitt/flows/method/add-method';
import { closeMethod } from '@kvitt/flows/method/close-method';
import { forgetMethods } from '@kvitt/flows/method/forget-methods';
import { makeDefault } from '@kvitt/flows/method/make-default';
import { nameMethod } from '@kvitt/flows/method/name-method';
import { removeMethod } from '@kvitt/flows/method/remove-method';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const keyOf = ({ accountId }: Person) => ({ billerId: stage.billerId, accountId });

function methods({ accountId }: Person): Promise<PaymentMethod[]> {
  const { world, billerId } = stage;
  const of = { billerId, accountId, removedAt: null };
  return world.ctx.em.fork().find(PaymentMethod, of, { orderBy: { createdAt: 'asc', id: 'asc' } });
}

async function add(person: Person, nonce: string, takesOver: boolean, tryId = stage.world.ctx.ids.next()) {
  const answer = await addMethod(stage.world.ctx, { ...keyOf(person), tryId, nonce, takesOver });
  return answer;
}

async function addOther(person: Person, takesOver = false): Promise<string> {
  const answer = await add(person, 'fake-valid-mastercard-nonce', takesOver);
  if (answer.kind !== 'kept') throw new Error(answer.refusal);
  return answer.methodId;
}

const shown = async (person: Person) =>
  (await methods(person)).map(({ brand, isDefault }) => (isDefault ? `${brand}*` : brand));

describe('ways to pay', () => {
  it('a card that was added with a link alone is not charged in place of the one on file', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await addOther(cindy);
    expect(await shown(cindy)).toEqual(['Visa*', 'Mastercard']);
    await cindy.says('PAY');
    expect(cindy.lastText()).toContain('Visa');
  });

  it('one whose holder has proved who they are takes over, autopay with it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const { world, billerId } = stage;
    await inTransaction(world.ctx, (tx) =>
      enroll(tx, {
        ...keyOf(cindy),
        autopayId: tx.ids.next(),
        sweepsOpen: false,
        channel: 'web',
        actor: 'customer',
      }),
    );
    const methodId = await addOther(cindy, true);
    expect(await shown(cindy)).toEqual(['Visa', 'Mastercard*']);
    const live = { billerId, accountId: cindy.accountId, state: 'on' as const };
    expect(await world.ctx.em.fork().findOneOrFail(Autopay, live)).toMatchObject({ methodId });
  });

  it('the first one is the default one, also with a link alone', async () => {
    const cindy = await addPerson(stage.world, stage.billerId, { card: null });
    await addOther(cindy);
    expect(await shown(cindy)).toEqual(['Mastercard*']);
  });

  it('a form sent twice keeps one, and a declined card none', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const tryId = stage.world.ctx.ids.next();
    const answers = [
      await add(cindy, 'fake-valid-amex-nonce', false, tryId),
      await add(cindy, 'fake-valid-amex-nonce', false, tryId),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(await add(cindy, 'fake-processor-declined-visa-nonce', false)).toMatchObject({
      refusal: 'declined',
    });
    expect(await shown(cindy)).toEqual(['Visa*', 'American Express']);
  });

  it('is chosen, named, and removed here and at the processor', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const [visa] = await methods(cindy);
    const other = await addOther(cindy);
    const { ctx } = stage.world;
    const inTx = <T>(act: Parameters<typeof inTransaction<T>>[1]) => inTransaction(ctx, act);
    const of = (methodId: string) => ({ ...keyOf(cindy), methodId });
    await inTx((tx) => makeDefault(tx, of(other)));
    expect(await shown(cindy)).toEqual(['Visa', 'Mastercard*']);
    const named = await inTx((tx) =>
      nameMethod(tx, { ...of(other), nickname: ' Work   card 4242 4242 4242 4242 ' }),
    );
    expect(named).toMatchObject({ nickname: expect.stringMatching(/^Work card .*4242/) });
    expect(JSON.stringify(named)).not.toContain('4242 4242');
    expect(await inTx((tx) => removeMethod(tx, { ...of(visa?.id ?? ''), by: 'customer' }))).toEqual({
      kind: 'removed',
    });
    await forgetMethods(ctx);
    expect(await ctx.payments.findMethod(visa?.vaultToken ?? '')).toEqual({ kind: 'not-found' });
    expect(await shown(cindy)).toEqual(['Mastercard*']);
  });

  it('is not removed while autopay charges it, and not by another account', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const bob = await addPerson(stage.world, stage.billerId);
    const [visa] = await methods(cindy);
    const { ctx } = stage.world;
    await inTransaction(ctx, (tx) =>
      enroll(tx, {
        ...keyOf(cindy),
        autopayId: tx.ids.next(),
        sweepsOpen: false,
        channel: 'web',
        actor: 'customer',
      }),
    );
    const remove = (person: Person) =>
      inTransaction(ctx, (tx) =>
        removeMethod(tx, { ...keyOf(person), methodId: visa?.id ?? '', by: 'customer' }),
      );
    expect(await remove(cindy)).toEqual({ kind: 'refused', refusal: 'autopay-uses-it' });
    expect(await remove(bob)).toEqual({ kind: 'refused', refusal: 'not-found' });
  });

  it('a card that was removed after the question is not charged by its YES', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    const [visa] = await methods(cindy);
    await cindy.says('PAY');
    const yes = `YES ${codeIn(cindy.lastText())}`;
    await inTransaction(stage.world.ctx, (tx) =>
      removeMethod(tx, { ...keyOf(cindy), methodId: visa?.id ?? '', by: 'customer' }),
    );
    await cindy.says(yes);
    expect(await cindy.sales()).toEqual([]);
  });

  it('a card that its bank has closed is named in no bill, and takes no mandate', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const [visa] = await methods(cindy);
    if (!visa) throw new Error('a person has a card');
    await inTransaction(stage.world.ctx, (tx) => closeMethod(tx, visa, 'closed by its bank'));
    await cindy.issue(8420);
    await cindy.announce();
    await stage.world.pass(1_000);
    expect(cindy.lastText()).toContain('$84.20');
    expect(cindy.lastText()).not.toContain('1881');
    const mandate = await inTransaction(stage.world.ctx, (tx) =>
      enroll(tx, {
        ...keyOf(cindy),
        autopayId: tx.ids.next(),
        sweepsOpen: false,
        channel: 'web',
        actor: 'customer',
      }),
    );
    expect(mandate).toEqual({ kind: 'refused', refusal: 'no-card' });
  });
});
