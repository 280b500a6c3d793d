import { ask } from './connect.js';

/** Asks for a name and a number; `done(number)` is called with the phone that was added. */
export function openAddDialog(done) {
  const dialog = document.getElementById('add-dialog');
  const form = document.getElementById('add-form');
  const error = document.getElementById('add-error');
  form.reset();
  error.textContent = '';
  // From the range that is kept free for fiction, so that no real phone is ever meant.
  form.elements.number.value = `+1 415 555 01${String(Math.floor(Math.random() * 100)).padStart(2, '0')}`;
  document.getElementById('add-cancel').onclick = () => dialog.close();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const number = form.elements.number.value.replace(/\D/g, '');
    try {
      await ask('POST', 'handsets', { number, name: form.elements.name.value.trim() });
      dialog.close();
      done(number);
    } catch (reason) {
      error.textContent = reason.message;
    }
  };
  dialog.showModal();
  form.elements.name.focus();
}
