import { exportLedger } from '@kvitt/flows/consent/export-ledger';
import { type ConsentProof, PROOF_KIND } from '@kvitt/flows/consent/prove-text';
import { type ExportFault, type ExportVerdict, verifyExport } from '@kvitt/flows/consent/verify-export';
import { type ProofFault, verifyProof } from '@kvitt/flows/consent/verify-proof';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';
import { openInput } from '../open-input.ts';
import { readLines } from '../text/read-lines.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { readPublicKey } from './read-public-key.ts';

interface VerifyOptions {
  key?: string;
  biller?: string;
  json?: boolean;
}

/**
 * `consent verify [FILE]`: whether an exported ledger, or a proof, is as it was sealed; without a file, the ledger of the
 * database. A file is verified by itself: no database is asked.
 */
export async function verifyConsents(file: string | undefined, options: VerifyOptions): Promise<ExitCode> {
  const key = options.key === undefined ? undefined : readPublicKey(options.key);
  if (key === undefined) {
    notice('Without --key it is not known whose seal this is: whoever wrote the file could have made it.');
  }
  if (file === undefined) return verifyDatabase(key, options);
  const lines = readLines(openInput(file).stream);
  const first = await lines.next();
  const rest = put(first.done ? '' : first.value, lines);
  const isProof = !first.done && (first.value.trim() === '{' || first.value.includes(`"${PROOF_KIND}"`));
  return isProof
    ? tellProof(await readProof(file, rest), key, options)
    : tellVerdict(await verifyExport(rest, key), options);
}

async function verifyDatabase(key: string | undefined, options: VerifyOptions): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.usage, 'There is no biller yet, so there is no ledger.');
    return tellVerdict(await verifyExport(exportLedger(ctx, biller.id), key), options);
  });
}

async function* put(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function readProof(file: string, lines: AsyncIterable<string>): Promise<ConsentProof> {
  let text = '';
  for await (const line of lines) text += `${line}\n`;
  try {
    const proof = JSON.parse(text) as ConsentProof;
    if (proof.kind === PROOF_KIND && Array.isArray(proof.events)) return proof;
  } catch {
    // Said below, together with what is JSON and no proof.
  }
  throw new CommandError(EXIT.usage, `${file} is neither an exported ledger nor a proof.`);
}

async function tellVerdict(
  { entries, seal, faults }: ExportVerdict,
  { json }: VerifyOptions,
): Promise<ExitCode> {
  const isWhole = faults.length === 0;
  if (json) {
    await writeAnswer(`${JSON.stringify({ isWhole, entries, seal: seal ?? null, faults })}\n`);
  } else {
    const lines = faults.map(sayFault);
    const sealed = seal ? `, sealed at ${seal.sealedAt} by ${seal.publicKey}` : '';
    lines.push(
      isWhole
        ? `Whole: ${entries} entries${sealed}.`
        : `BROKEN: ${faults.length} faults in ${entries} entries.`,
    );
    await writeAnswer(`${lines.join('\n')}\n`);
  }
  return isWhole ? EXIT.done : EXIT.no;
}

const SAYS: Record<ExportFault['kind'], string> = {
  changed: 'is not what was recorded',
  removed: 'is missing',
  reordered: 'stands in another place than its own',
  repeated: 'stands there twice',
  truncated: 'is cut off at the end',
  rewritten: 'is not what was sealed: it, or what comes before it, was written anew',
  unsealed: 'stands behind the seal, which does not vouch for it',
  seal: 'the seal is missing, does not fit, or is of another key',
  'not-a-ledger': 'this does not begin as an exported consent ledger does',
};

function sayFault({ kind, seq, until }: ExportFault): string {
  if (kind === 'seal' || kind === 'not-a-ledger') return SAYS[kind];
  return seq === until
    ? `entry ${seq} ${SAYS[kind]}`
    : `each of the entries ${seq} to ${until} ${SAYS[kind]}`;
}

async function tellProof(
  proof: ConsentProof,
  key: string | undefined,
  { json }: VerifyOptions,
): Promise<ExitCode> {
  const faults = verifyProof(proof, key);
  const holds = faults.length === 0;
  if (json) await writeAnswer(`${JSON.stringify({ holds, events: proof.events.length, faults })}\n`);
  else {
    const lines = faults.map(({ kind, seq }) => `entry ${seq} ${SAYS_OF_PROOF[kind]}`);
    const behind = proof.text ? ` behind text ${proof.text.id}` : '';
    const about = `the consent of ${proof.phone.e164}${behind}`;
    lines.push(holds ? `Holds: ${proof.events.length} events, ${about}.` : `BROKEN: ${about}.`);
    await writeAnswer(`${lines.join('\n')}\n`);
  }
  return holds ? EXIT.done : EXIT.no;
}

const SAYS_OF_PROOF: Record<ProofFault['kind'], string> = {
  changed: 'is not what was recorded',
  phone: 'is not about this phone',
  details: 'was not in these words',
  unsealed: 'has not been sealed yet',
  seal: 'is not in what was sealed, or the seal is of another key',
};
