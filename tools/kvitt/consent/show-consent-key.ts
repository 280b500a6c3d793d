import { makeConsentKey, openConsentSigner } from '@kvitt/runtime/consent-signer';
import { readConsentKey } from '../../start/local-parts.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';

/**
 * `consent key`: the public half of the key that the ledger is sealed with, to be kept where the ledger is verified. With
 * `--new`, a new pair, the private half as it stands in CONSENT_SIGNING_KEY.
 */
export async function showConsentKey(options: { new?: boolean }): Promise<ExitCode> {
  const key = options.new ? makeConsentKey() : process.env.CONSENT_SIGNING_KEY || readConsentKey();
  const { publicKey } = openConsentSigner(key);
  await writeAnswer(options.new ? `CONSENT_SIGNING_KEY=${key}\npublic ${publicKey}\n` : `${publicKey}\n`);
  return EXIT.done;
}
