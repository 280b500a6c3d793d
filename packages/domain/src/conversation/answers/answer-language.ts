import type { DialogFacts } from '../dialog.ts';
import type { Intent } from '../intent.ts';
import { answered, type DialogStep, say, step } from './step.ts';

/** LANG, in the words of the new language; what we do not speak is answered with what we do. */
export function answerLanguage({ to }: Extract<Intent, { kind: 'language' }>): DialogStep {
  if (to === undefined) return answered({ kind: 'language-choices' });
  return step('changed-setting', { do: 'set-language', to }, say({ kind: 'language-changed', to }));
}

/** MORE LINKS, LESS LINKS: whether texts carry links at all; a text without one still works by reply. */
export function answerLinks(isWanted: boolean): DialogStep {
  return step(
    'changed-setting',
    { do: 'set-links', isWanted },
    say({ kind: isWanted ? 'links-on' : 'links-off' }),
  );
}

/** PAPER: bills on paper again, which needs nobody's agreement (15 USC 7001(c)(1)(B)). */
export function answerPaper(): DialogStep {
  return step('changed-setting', { do: 'bring-paper-back' }, say({ kind: 'paper-on' }));
}

/** LINK, CARD, AUTOPAY: what is done on the page. Without any bill there is no page to send. */
export function answerWithLink(kind: 'link' | 'card-link' | 'autopay-link', facts: DialogFacts): DialogStep {
  const invoiceId = facts.bills[0]?.invoiceId ?? facts.lastPaid?.invoiceId;
  return answered(invoiceId === undefined ? { kind: 'nothing-due' } : { kind, invoiceId });
}
