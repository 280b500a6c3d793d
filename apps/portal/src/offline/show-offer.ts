/** Puts a sentence with one button, or none, at the end of the page; pressed, it goes away. */
export function showOffer(words: string, button: string | undefined, act: () => void): void {
  const main = document.querySelector('main');
  if (!main || document.querySelector('.offer')) return;
  const offer = document.createElement('section');
  offer.className = 'offer no-print';
  const said = document.createElement('p');
  said.textContent = words;
  offer.append(said);
  if (button) {
    const press = document.createElement('button');
    press.type = 'button';
    press.className = 'link-button';
    press.textContent = button;
    press.addEventListener('click', () => {
      offer.remove();
      act();
    });
    offer.append(press);
  }
  main.append(offer);
}
