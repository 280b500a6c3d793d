import { makePushKeys } from '@kvitt/push/make-push-keys';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';

/** `push keys`: a new pair for the browsers' push services, as it stands in the environment. */
export async function showPushKeys(): Promise<ExitCode> {
  const { publicKey, privateKey } = makePushKeys();
  await writeAnswer(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}\n`);
  return EXIT.done;
}
