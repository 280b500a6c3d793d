/** A browser that reads the question and writes the answer itself, which all have done since 2025, needs no library for it. */
const knowsPasskeys =
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Brings the page's passkey button to life, where the browser knows passkeys. */
const box = document.getElementById('passkey');
if (box) {
  show(box, knowsPasskeys ? 'ready' : 'not-here');
  const button = box.querySelector('button');
  button?.addEventListener('click', () => {
    button.disabled = true;
    show(box, 'ready');
    // Somebody who closes the browser's window, and a server that says no: both are told as one, and can be tried again.
    press(box)
      .catch(() => show(box, 'ready', 'failed'))
      .finally(() => {
        button.disabled = false;
      });
  });
}

async function press({ dataset }: HTMLElement): Promise<void> {
  const { at = '', act, next = '' } = dataset;
  const [path = '', query = ''] = at.split('?');
  const asked = await post(`${path}/ask`, {});
  const { challengeId, options } = (await asked.json()) as { challengeId: string; options: unknown };
  if (act === 'add') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    );
    const made = await navigator.credentials.create({ publicKey });
    await post(`${path}/made`, { challengeId, response: JSON.stringify(made) });
    location.assign(`${path}?done=added${query && `&${query}`}`);
    return;
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  );
  const signed = await navigator.credentials.get({ publicKey });
  const answer = await post(path, { challengeId, response: JSON.stringify(signed), next });
  const { to } = (await answer.json()) as { to: string };
  location.assign(`${to}${query && `?${query}`}`);
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer;
}

function show(whole: HTMLElement, ...when: string[]): void {
  for (const part of whole.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = !when.includes(part.dataset.when ?? '');
  }
}
