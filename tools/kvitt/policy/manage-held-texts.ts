import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { HELD_FOR_MS, HELD_REASON } from '@kvitt/domain/conversation/unclear-stop';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { decideHeldText } from '@kvitt/flows/message/decide-held-text';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { writeLines } from '../write-lines.ts';
import { type ContactOptions, needBiller } from './find-contact.ts';

/** `message held`: texts that wait for a person's word, oldest first, with why, and what the phone said where that is why. */
export async function listHeldTexts(options: ContactOptions & { json?: true }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const em = ctx.em.fork();
    const held = await em.find(
      Message,
      { billerId, state: 'held' },
      { orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    const phones = await em.find(Phone, { billerId, id: { $in: held.map(({ phoneId }) => phoneId) } });
    const said = await em.find(Message, {
      billerId,
      id: { $in: phones.flatMap(({ heldBy }) => heldBy ?? []) },
    });
    const lines = held.map((text) => {
      const phone = phones.find(({ id }) => id === text.phoneId);
      const words = said.find(({ id }) => id === phone?.heldBy)?.body;
      const { id, reason, template, body, createdAt } = text;
      const stopAt = phone?.heldSince ? new Date(phone.heldSince.getTime() + HELD_FOR_MS) : undefined;
      if (options.json)
        return JSON.stringify({
          id,
          phone: phone?.e164,
          reason,
          template,
          body,
          createdAt,
          said: words,
          stopAt,
        });
      const because =
        reason === HELD_REASON && words !== undefined
          ? `, which said "${words}" (a STOP from ${stopAt?.toISOString()} on, unless somebody decides)`
          : '';
      return `${id}  ${reason}  to ${phone?.e164}${because}\n  ${body}`;
    });
    await writeLines(lines, 'No text is held.');
    return EXIT.done;
  });
}

/** `message release ID` and `message drop ID`: a person's word on a held text. */
export async function decideText(
  id: string,
  as: 'released' | 'dropped',
  options: ContactOptions & { by: string },
): Promise<ExitCode> {
  if (!isUuid(id)) throw new CommandError(EXIT.usage, `${id} is no text's id; message held names them.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const answer = await inTransaction(ctx, (tx) => decideHeldText(tx, { billerId, id, as, by: options.by }));
    if (answer === 'not-held') throw new CommandError(EXIT.no, 'No such text is held.');
    await writeAnswer(as === 'released' ? 'It goes, as soon as it may.\n' : 'It is not sent.\n');
    return EXIT.done;
  });
}
