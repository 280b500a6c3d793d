import type { ProvedEvent } from '@kvitt/flows/consent/prove-events';
import { proveText, type TextProof } from '@kvitt/flows/consent/prove-text';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `consent prove MESSAGE`: the evidence for one text that was sent, in words, or as JSON that `consent verify` reads. */
export async function proveConsent(messageId: string, options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const proof = UUID.test(messageId) ? await proveText(ctx, messageId) : undefined;
    if (!proof) {
      notice(`There is no text ${messageId} of ours.`);
      return EXIT.no;
    }
    await writeAnswer(options.json ? `${JSON.stringify(proof, null, 2)}\n` : describe(proof));
    return EXIT.done;
  });
}

function describe({ text, phone, decisions, events }: TextProof): string {
  const lines = [
    `text          ${text.id}`,
    `to            ${phone.e164}`,
    `says          ${text.body}`,
    `state         ${text.state}, ${text.sentAt === null ? 'not sent' : `sent ${text.sentAt}`}`,
    `carrier id    ${text.carrierId ?? 'none'}`,
    `policy        ${decisions.length === 0 ? 'no decision on record' : JSON.stringify(decisions)}`,
    events.length === 0 ? 'consent       nothing on record before it' : 'consent',
    ...events.flatMap(describeEvent),
  ];
  return `${lines.join('\n')}\n`;
}

function describeEvent({ entry, details, path, seal }: ProvedEvent): string[] {
  const { wording, actor, messageId, evidence } = details;
  const witness = [
    ...(messageId === null ? [] : [`text ${messageId}`]),
    ...Object.entries(evidence).map(([name, value]) => `${name} ${value}`),
  ].join(', ');
  const vouched = seal
    ? `sealed ${seal.sealedAt} as entry ${seal.seq}, ${path.length} behind it`
    : 'not sealed yet';
  return [
    `  ${entry.at}  ${entry.purpose} ${entry.act}, by ${actor} over ${entry.channel}`,
    `    “${wording}”${entry.wording === null ? '' : ` (${entry.wording})`}`,
    ...(witness === '' ? [] : [`    ${witness}`]),
    `    entry ${entry.seq}, ${entry.hash}; ${vouched}`,
  ];
}
