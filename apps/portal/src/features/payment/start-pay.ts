import type { PayStep } from '@kvitt/api/portal/bill-views';
import type { PortalPage } from '@kvitt/api/portal/page';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { type CardAnswer, type CardForm, openCardForm } from '../../kit/card-fields/open-card-form.ts';
import { find } from '../../kit/find.ts';
import { offerWallets } from './offer-wallets.ts';

type State = 'loading' | 'ready' | 'working';

/**
 * The pay step's form: brings the card fields up, and sends the form as plain HTML once the card has become a one-time
 * reference. The page is finished as the server wrote it, in the customer's words; this shows and hides them. Presses while it
 * works do nothing, and the form's own payment id makes even two that got through one payment. Rejects where the fields do not
 * come up.
 */
export async function startPay({ biller, isSandbox }: PortalPage, { fields, total }: PayStep): Promise<void> {
  const form = find<HTMLFormElement>('pay');
  let state: State = 'loading';
  let card: CardForm | undefined;
  const turn = (next: State) => {
    state = next;
    show(next);
  };
  const send = (nonce: string) => {
    turn('working');
    find<HTMLInputElement>('nonce').value = nonce;
    form.submit();
  };
  const submit = async () => {
    if (state !== 'ready' || !card) return;
    tell(undefined);
    turn('working');
    const answer = await card.ask(toDecimal(total));
    if (answer.kind === 'nonce') return send(answer.nonce);
    turn('ready');
    tell(answer);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  offerWallets({
    setup: fields,
    total,
    label: biller.name,
    onNonce(nonce) {
      if (state === 'working') return;
      leaveCardOut(form);
      send(nonce);
    },
  });
  // Back from the next page with this one still in memory: its reference to the card is spent.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  card = await openCardForm({ setup: fields, isSandbox, onSubmit: () => void submit() });
  // A wallet may have been quicker.
  if (state === 'loading') turn('ready');
}

function show(state: State): void {
  const button = find<HTMLButtonElement>('pay-button');
  button.disabled = state === 'loading';
  button.toggleAttribute('aria-disabled', false);
  if (state === 'working') button.setAttribute('aria-disabled', 'true');
  const status = find('pay-status');
  status.textContent = status.dataset[state] ?? '';
}

/** Shows the one trouble above the button, or none. */
function tell(answer: CardAnswer | undefined): void {
  for (const notice of find('pay-trouble').children) {
    const isIt = answer?.kind === 'trouble' && notice.id === `trouble-${answer.trouble}`;
    notice.toggleAttribute('hidden', !isIt);
  }
}

/** Its holder has confirmed it in the wallet, and a wallet is not kept. */
function leaveCardOut(form: HTMLFormElement): void {
  for (const name of ['authenticated', 'keepCard']) {
    form.querySelector(`[name="${name}"]`)?.setAttribute('disabled', '');
  }
}
