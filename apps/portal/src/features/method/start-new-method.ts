import type { NewMethodStep } from '@kvitt/api/portal/new-method-view';
import type { PortalPage } from '@kvitt/api/portal/page';
import { openCardForm } from '../../kit/card-fields/open-card-form.ts';
import { find } from '../../kit/find.ts';
import { readBank } from './read-bank.ts';

/**
 * Has the page's form send a one-time reference in place of what is typed. The page is finished as the server wrote it, in the
 * customer's words; this shows and hides them. Rejects where the card fields do not come up.
 */
export async function startNewMethod({ isSandbox }: PortalPage, step: NewMethodStep): Promise<void> {
  const form = find<HTMLFormElement>('new-method');
  const ask = step.kind === 'bank' ? () => readBank(step.fields) : await openCard(step, isSandbox);
  let isWorking = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isWorking) return;
    isWorking = true;
    say('');
    const nonce = await ask().catch(() => {
      find('trouble-failed').hidden = false;
      return undefined;
    });
    isWorking = false;
    if (!nonce) return;
    isWorking = true;
    say(find('working').dataset.words ?? '');
    find<HTMLInputElement>('nonce').value = nonce;
    form.submit();
  });
  // Back from the next page with this one still in memory: its reference is spent.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

function say(words: string): void {
  find('trouble-failed').hidden = true;
  find('working').textContent = words;
}

/** What turns the card into a reference; undefined where something in its fields is wrong. */
async function openCard(
  { fields: setup }: NewMethodStep,
  isSandbox: boolean,
): Promise<() => Promise<string | undefined>> {
  const form = find<HTMLFormElement>('new-method');
  const card = await openCardForm({ setup, isSandbox, onSubmit: () => form.requestSubmit() });
  return async () => {
    // Nothing is paid: its bank is not asked about an amount.
    const answer = await card.ask('0.00');
    if (answer.kind === 'trouble') throw new Error(answer.trouble);
    return answer.kind === 'nonce' ? answer.nonce : undefined;
  };
}
