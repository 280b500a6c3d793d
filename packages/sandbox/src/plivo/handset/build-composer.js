import { buildElement, buildIcon } from './build-element.js';
import { ask } from './connect.js';

/** Counted after a short rest from typing; the count itself is the server's, which is the vendor's. */
const restMs = 120;

/** The field in which the person writes, with a count of the parts that the text will take. */
export function buildComposer(name, send) {
  const segments = buildElement('p', { className: 'segments', role: 'status' });
  const field = buildElement('textarea', {
    rows: 1,
    placeholder: 'Text message',
    'aria-label': `Text to ${name}`,
    enterKeyHint: 'send',
  });
  const button = buildElement(
    'button',
    { type: 'submit', className: 'send', 'aria-label': 'Send', 'aria-disabled': 'true' },
    buildIcon('send'),
  );
  let rest = 0;
  const recount = () => {
    button.setAttribute('aria-disabled', String(!field.value.trim()));
    clearTimeout(rest);
    rest = setTimeout(() => showCount(segments, field), restMs);
  };
  const form = buildElement(
    'form',
    {
      className: 'composer',
      onsubmit: async (event) => {
        event.preventDefault();
        const text = field.value;
        if (!text.trim()) return;
        field.value = '';
        recount();
        try {
          await send(text);
        } catch (error) {
          field.value = text;
          recount();
          segments.textContent = error.message;
        }
      },
    },
    field,
    button,
    segments,
  );
  field.addEventListener('input', recount);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}

async function showCount(segments, field) {
  if (!field.value) {
    segments.textContent = '';
    return;
  }
  const { units, length, encoding } = await ask('GET', `units?text=${encodeURIComponent(field.value)}`);
  const room = encoding === 'gsm-7' ? (units > 1 ? 153 : 160) : units > 1 ? 67 : 70;
  const parts = units === 1 ? '1 part' : `${units} parts`;
  const why = encoding === 'ucs-2' ? ', a sign outside the SMS alphabet' : '';
  segments.textContent = `${length} of ${room * units} · ${parts}${why}`;
}
