import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { DeskNote } from '@kvitt/db/desk/desk-note.entity';
import { countCards } from '@kvitt/db/offer/count-cards';
import type { Card, Journey } from '@kvitt/domain/offer/journey';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { putCardAway } from '@kvitt/flows/offer/put-card-away';
import { readJourney } from '@kvitt/flows/offer/read-journey';
import { saveJourney } from '@kvitt/flows/offer/save-journey';
import { showCard } from '@kvitt/flows/offer/show-card';
import { takeOffer } from '@kvitt/flows/offer/take-offer';
import { makeLink } from '@kvitt/flows/session/make-link';
import { answerSurvey } from '@kvitt/flows/survey/answer-survey';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const SURVEY: Card = {
  kind: 'survey',
  key: 'recommend',
  priority: 1,
  promoterOffer: 'call-me',
  words: { en: { title: 'Would you recommend us?' } },
};
const CALL: Card = {
  kind: 'offer',
  key: 'call-me',
  does: 'call-me',
  priority: 1,
  words: { en: { title: 'A larger plan?', body: 'We call you.', action: 'Call me' } },
};

async function save(...cards: Card[]) {
  const { world, billerId } = stage;
  const journey: Journey = { cards };
  await inTransaction(world.ctx, (tx) => saveJourney(tx, { billerId, journey, actor: 'admin' }));
}

function accountOf(person: Person) {
  return { billerId: stage.billerId, accountId: person.accountId };
}

const shown = (person: Person) =>
  inTransaction(stage.world.ctx, async (tx) => (await showCard(tx, accountOf(person)))?.key);

const answer = (person: Person, score: number, actId = stage.world.ctx.ids.next()) =>
  inTransaction(stage.world.ctx, (tx) =>
    answerSurvey(tx, { ...accountOf(person), key: 'recommend', actId, score, comment: 'Too dear.' }),
  );

/** Why a person is wanted in the thread of somebody's phone, and the notes there. */
async function wantedIn(person: Person) {
  const { world, billerId } = stage;
  const em = world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { billerId, accountId: person.accountId });
  const thread = await em.findOneOrFail(Conversation, { billerId, phoneId });
  const notes = await em.find(DeskNote, { billerId, conversationId: thread.id }, { orderBy: { id: 'asc' } });
  return { why: thread.personWantedWhy, notes: notes.map(({ body }) => body) };
}

describe('beside the bill', () => {
  it('nothing is shown where the biller has no cards', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    expect(await shown(cindy)).toBeUndefined();
  });

  it('a card is shown until it is put away, and counted once however often it is seen', async () => {
    const { world, billerId } = stage;
    await save(CALL);
    const cindy = await addPerson(world, billerId);
    expect(await shown(cindy)).toBe('call-me');
    expect(await shown(cindy)).toBe('call-me');
    const actId = world.ctx.ids.next();
    await inTransaction(world.ctx, (tx) => putCardAway(tx, { ...accountOf(cindy), key: 'call-me', actId }));
    expect(await shown(cindy)).toBeUndefined();
    expect(await countCards(world.ctx.em.fork(), billerId)).toMatchObject([
      { key: 'call-me', shown: 1, putAway: 1, taken: 0 },
    ]);
  });

  it('nothing is offered while a bill is overdue, and again once it is paid', async () => {
    const { world, billerId } = stage;
    await save(CALL);
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420, '2026-11-01');
    expect(await shown(cindy)).toBeUndefined();
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await shown(cindy)).toBe('call-me');
  });

  it('a detractor’s answer calls a person once, with the score and the words, and offers nothing', async () => {
    await save(SURVEY, CALL);
    const cindy = await addPerson(stage.world, stage.billerId);
    const actId = stage.world.ctx.ids.next();
    expect(await answer(cindy, 3, actId)).toEqual({
      kind: 'answered',
      attitude: 'detractor',
      offer: undefined,
    });
    expect(await answer(cindy, 3, actId)).toMatchObject({ kind: 'answered' });
    expect(await wantedIn(cindy)).toEqual({ why: 'unhappy', notes: ['recommend: 3/10. Too dear.'] });
    expect(await shown(cindy)).toBe('call-me');
  });

  it('a promoter is offered what the survey says, and taking it up passes it on', async () => {
    const { world, billerId } = stage;
    await save(SURVEY, CALL);
    const grace = await addPerson(world, billerId);
    expect(await answer(grace, 10)).toMatchObject({ attitude: 'promoter', offer: { key: 'call-me' } });
    const act = { ...accountOf(grace), key: 'call-me', actId: world.ctx.ids.next() };
    expect(await inTransaction(world.ctx, (tx) => takeOffer(tx, act))).toEqual({ kind: 'passed-on' });
    expect(await wantedIn(grace)).toEqual({ why: 'offer', notes: ['call-me: call-me'] });
  });

  it('what cannot be an answer is refused and changes nothing', async () => {
    await save(SURVEY);
    const cindy = await addPerson(stage.world, stage.billerId);
    expect(await answer(cindy, 11)).toEqual({ kind: 'refused', refusal: 'NO_SUCH_SCORE' });
    expect(await answer(cindy, 2.5)).toEqual({ kind: 'refused', refusal: 'NO_SUCH_SCORE' });
    await save(CALL);
    expect(await answer(cindy, 5)).toEqual({ kind: 'refused', refusal: 'NO_SUCH_SURVEY' });
  });

  it('is shown on the page to who proved whose it is, and to no link alone', async () => {
    const { world, billerId } = stage;
    await save(SURVEY);
    const ada = await addPerson(world, billerId);
    const account = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: ada.accountId });
    const which = { billerId, id: account.customerId };
    await world.ctx.em.fork().nativeUpdate(Customer, which, { postalCode: '60614' });
    const invoiceId = await ada.issue(8420);
    const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
    const browser = openBrowser(link);
    expect((await browser.get('')).page?.card).toBeUndefined();
    await browser.post('/unlock', { way: 'postal-code', given: '60614', next: '' });
    const { page } = await browser.get('');
    expect(page?.card).toMatchObject({ kind: 'survey', key: 'recommend', title: 'Would you recommend us?' });
    const answer = { act: 'answer', key: 'recommend', actId: page?.card?.actId ?? '', score: '2' };
    expect(viewOf(await browser.post('/card', answer), 'card-answer').answer).toEqual({ outcome: 'unhappy' });
    expect((await wantedIn(ada)).why).toBe('unhappy');
    expect((await browser.get('')).page?.card).toBeUndefined();
  });

  it('a file with mistakes is refused with the place of each', () => {
    const cards = [
      { ...CALL, words: { en: { title: 'A', body: 'B' } } },
      { ...SURVEY, key: 'Recommend', months: [13] },
      { ...SURVEY, from: '2027-02-30' },
    ];
    const read = readJourney({ cards });
    expect(read.kind).toBe('refused');
    expect(read.kind === 'refused' && read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'cards[0].words.en.action',
      'cards[1].key',
      'cards[1].months[0]',
      'cards[2].from',
    ]);
    expect(readJourney({ cards: [SURVEY, SURVEY] })).toEqual({
      kind: 'refused',
      problems: [
        'cards[0].promoterOffer: names no offer of these cards',
        'cards[1].key: is taken by an earlier card',
        'cards[1].promoterOffer: names no offer of these cards',
      ],
    });
  });
});
