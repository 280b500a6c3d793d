/**
 * Puts a sentence with one button, or none, at the end of the page; pressed, it goes away.
 * @param close the word of a second button that only puts it away: with it the sentence is news, is said to who hears the
 *   page, and stays in sight until then
 */
export function showOffer(words: string, button: string | undefined, act: () => void, close?: string): void {
  const main = document.querySelector('main');
  if (!main || document.querySelector('.offer')) return;
  const offer = document.createElement('section');
  offer.className = `offer no-print${close ? ' offer--news' : ''}`;
  if (close) offer.setAttribute('role', 'status');
  const said = document.createElement('p');
  said.textContent = words;
  const ways = document.createElement('div');
  ways.className = 'offer__ways';
  const add = (label: string | undefined, press: () => void) => {
    if (!label) return;
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link-button';
    made.textContent = label;
    made.addEventListener('click', () => {
      offer.remove();
      press();
    });
    ways.append(made);
  };
  add(button, act);
  add(close, () => {});
  offer.append(said);
  if (ways.firstChild) offer.append(ways);
  main.append(offer);
}
