import type { Answer, Call, Gateway } from '../state/gateway.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { type Params, text } from '../wire/params.ts';
import { transactionAnswer } from './transaction-answer.ts';

/** How long a request key is remembered. */
const windowMs = 30 * 24 * 3_600_000;

interface Done {
  answer: Answer;
  transactionId: string | null;
}

/**
 * Runs `act` at most once for the request key in `sent`. A second request with the key gets the state in which its
 * transaction is now; refused are a key that is too long (915230), not allowed (915231), used with other content
 * (915232), still being worked on (915233), whose request was found invalid (915234) or broke the gateway (915235).
 */
export function onceByKey(gateway: Gateway, call: Call, sent: Params, what: string, act: () => Done): Answer {
  const key = text(sent.apiRequestKey);
  if (!key) return act().answer;
  const refuse = (code: string) => {
    const errors = collectErrors();
    errors.add(['transaction'], 'apiRequestKey', code);
    return errors.refuse(call.body);
  };
  if (key.length > 255) return refuse('915230');
  if (!gateway.settings.idempotency) return refuse('915231');
  const fingerprint = `${what} ${JSON.stringify(sent)}`;
  const used = gateway.state.requestKeys[key];
  const isRemembered = used && gateway.clock.now() - used.usedAt <= windowMs;
  if (isRemembered && used.fingerprint !== fingerprint) return refuse('915232');
  if (call.keyInFlight) return refuse('915233');
  if (isRemembered) {
    const transaction = used.transactionId ? gateway.state.transactions[used.transactionId] : undefined;
    if (transaction) return transactionAnswer(gateway, transaction, call.body);
    return refuse(used.failed ? '915235' : '915234');
  }
  // Should the act fail half-way, a retry must not be taken for a first try.
  gateway.state.requestKeys[key] = {
    fingerprint,
    transactionId: null,
    failed: true,
    usedAt: gateway.clock.now(),
  };
  const done = act();
  gateway.state.requestKeys[key] = {
    fingerprint,
    transactionId: done.transactionId,
    failed: false,
    usedAt: gateway.clock.now(),
  };
  return done.answer;
}
