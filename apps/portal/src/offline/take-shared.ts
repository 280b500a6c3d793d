/** As the service worker keeps it. */
interface Shared {
  words: string;
  picture?: { name: string; type: string; data: string };
}

/** Puts what another app has shared into the form of the thread, for its customer to say what it is about, and to send. */
export async function takeShared(): Promise<void> {
  const words = document.querySelector<HTMLTextAreaElement>('textarea#body');
  const field = document.querySelector<HTMLInputElement>('input#picture');
  const answer = await fetch('/share/latest').catch(() => undefined);
  const shared: Shared | null = answer?.ok ? await answer.json() : null;
  if (!words || !field || !shared) return;
  if (words.value === '') words.value = shared.words;
  if (shared.picture) {
    const { name, type, data } = shared.picture;
    const letters = atob(data.slice(data.indexOf(',') + 1));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const given = new DataTransfer();
    given.items.add(new File([bytes], name, { type }));
    field.files = given.files;
    field.dispatchEvent(new Event('change'));
  }
  words.focus();
  // Opened again, the page is an ordinary one.
  history.replaceState(null, '', `${location.pathname}#ask`);
}
