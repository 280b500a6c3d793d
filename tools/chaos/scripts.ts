import { setTimeout as pause } from 'node:timers/promises';
import { payOnPage } from './pay-by-form.ts';
import type { Phone } from './phone.ts';

/** What kinds of people there are, and how many of a hundred are of each. */
export const MIX = {
  'pays by code': 17,
  'pays in one reply': 10,
  'says everything twice': 12,
  'says a bare YES': 6,
  'is impatient': 8,
  'pays on the page': 8,
  'sends the form twice': 4,
  'pays on the page and by text at once': 5,
  'shares the account, and both pay': 5,
  'says STOP behind YES': 7,
  'says STOP to the bill': 3,
  'pays before anything comes': 4,
  'says STOP before anything comes': 1,
  'has a card that is declined': 4,
  'undoes what was paid': 6,
  'is charged by itself': 7,
  'is charged by itself, and pays too': 7,
} as const;

export type Script = keyof typeof MIX;

/** Longer than for an answer: bills are announced by a job, and its worker may be dead. */
const BILL_PATIENCE_MS = 60_000;

/** The bill's own text, or a reminder of it in the words of any step. */
const BILL = /(?:due|still open) .*See it: (\S+)/;
const QUESTION = /YES (\d\d)/;
const UNDONE = /was taken back|could not be taken back|taking back/;
const OUTCOME = /Paid \$|was not charged|did not go through|checking whether/;

/** Plays one person to the end. */
export async function play(script: Script, me: Phone, other: Phone | undefined): Promise<void> {
  if (script === 'pays before anything comes' || script === 'says STOP before anything comes') {
    return comeEarly(script, me);
  }
  if (script === 'is charged by itself') {
    await me.hear(OUTCOME, BILL_PATIENCE_MS);
    return;
  }
  if (script === 'is charged by itself, and pays too') {
    // In the minutes in which it is charged: the two meet, or one finds that the other was there first.
    await pause(me.dice() * 20_000);
    return payByCode(me, once);
  }
  const bill = await me.hear(BILL, BILL_PATIENCE_MS);
  const link = bill?.[1] ?? '';
  switch (script) {
    case 'pays by code':
    case 'has a card that is declined':
      return payByCode(me, once);
    case 'pays in one reply':
      await twice(me, 'PAY');
      await me.hear(OUTCOME);
      return;
    case 'says everything twice':
      return payByCode(me, twice);
    case 'says a bare YES':
      await me.say('PAY');
      await me.hear(QUESTION);
      await me.say('YES');
      return answerQuestion(me, once);
    case 'is impatient':
      return hurry(me);
    case 'pays on the page':
      return payOnPage(link, { forms: 1, dice: me.dice });
    case 'sends the form twice':
      return payOnPage(link, { forms: 2, dice: me.dice });
    case 'pays on the page and by text at once':
      await Promise.all([payByCode(me, once), payOnPage(link, { forms: 1, dice: me.dice })]);
      return;
    case 'shares the account, and both pay':
      await Promise.all([payByCode(me, once), other && payByCode(other, once)]);
      return;
    case 'undoes what was paid':
      return undo(me);
    case 'says STOP behind YES':
      return stopBehindYes(me);
    case 'says STOP to the bill':
      return me.say(me.dice() < 0.5 ? 'STOP' : 'please stop texting me');
  }
}

/** Says it while the bill's text, or its reminder, is planned, queued or on its way. */
async function comeEarly(script: Script, me: Phone): Promise<void> {
  await pause(me.dice() * 8_000);
  if (script === 'says STOP before anything comes') return me.say('STOP');
  return payByCode(me, once);
}

type Say = (me: Phone, text: string) => Promise<void>;

const once: Say = (me, text) => me.say(text);

/** The same words under two ids of the carrier's, as when a phone that had no answer sends again by itself. */
const twice: Say = async (me, text) => {
  await Promise.all([me.say(text), me.say(text)]);
};

async function payByCode(me: Phone, say: Say): Promise<void> {
  await say(me, 'PAY');
  await answerQuestion(me, say);
}

async function answerQuestion(me: Phone, say: Say): Promise<void> {
  const question = await me.hear(QUESTION);
  if (!question) return;
  await say(me, `YES ${question[1]}`);
  await me.hear(OUTCOME);
}

/** Asks again and again without waiting for an answer, and says YES to whatever question comes. */
async function hurry(me: Phone): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await me.say('PAY');
    const question = await me.hear(QUESTION, 300 + me.dice() * 2_000);
    if (!question) continue;
    await me.say(`YES ${question[1]}`);
    await pause(me.dice() * 1_000);
    await me.say(`yes ${question[1]}`);
  }
}

/** Says UNDO to the receipt, twice now and then; who reads that it is done may pay once more. */
async function undo(me: Phone): Promise<void> {
  await payByCode(me, once);
  await (me.dice() < 0.3 ? twice(me, 'UNDO') : me.say('UNDO'));
  const told = await me.hear(UNDONE);
  if (told && me.dice() < 0.5) await payByCode(me, once);
}

/** The receipt and the STOP meet somewhere between the charge and the carrier. */
async function stopBehindYes(me: Phone): Promise<void> {
  await me.say('PAY');
  const question = await me.hear(QUESTION);
  if (!question) return;
  await me.say(`YES ${question[1]}`);
  await pause(me.dice() * 700);
  await me.say(me.dice() < 0.7 ? 'STOP' : 'Stop texting me');
}
