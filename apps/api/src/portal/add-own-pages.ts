import type { Context, Hono } from 'hono';
import { forgetMe, showMyData, showOwnData } from './own-data.ts';
import { paperless, showPaperless, showSamplePdf } from './paperless.ts';
import { askForPasskey, removePasskey, showPasskeys, takePasskey } from './passkeys.ts';
import { changePayers, showPayers } from './payers.ts';
import { changePhones, showPhones } from './phones.ts';
import { showPicture } from './show-picture.ts';
import { noteThreadSeen, noteTyping, showThreadLive } from './thread-live.ts';
import { askToSign, unlockByPasskey } from './unlock-by-passkey.ts';
import type { Visit } from './visit.ts';

/** The pages on which customers arrange things for themselves. */
export function addOwnPages(app: Hono, visit: (c: Context) => Visit): void {
  app.get('/:token/paperless', (c) => showPaperless(visit(c)));
  app.post('/:token/paperless', (c) => paperless(visit(c)));
  app.get('/:token/sample-bill.pdf', (c) => showSamplePdf(visit(c)));
  app.get('/:token/thread/live', (c) => showThreadLive(visit(c)));
  app.post('/:token/thread/typing', (c) => noteTyping(visit(c)));
  app.post('/:token/thread/seen', (c) => noteThreadSeen(visit(c)));
  app.get('/:token/pictures/:message', (c) => showPicture(visit(c)));
  app.post('/passkey/ask', (c) => askToSign(visit(c)));
  app.post('/passkey', (c) => unlockByPasskey(visit(c)));
  app.post('/:token/unlock/passkey/ask', (c) => askToSign(visit(c)));
  app.post('/:token/unlock/passkey', (c) => unlockByPasskey(visit(c)));
  app.get('/:token/passkeys', (c) => showPasskeys(visit(c)));
  app.post('/:token/passkeys', (c) => removePasskey(visit(c)));
  app.post('/:token/passkeys/ask', (c) => askForPasskey(visit(c)));
  app.post('/:token/passkeys/made', (c) => takePasskey(visit(c)));
  app.get('/:token/payers', (c) => showPayers(visit(c)));
  app.post('/:token/payers', (c) => changePayers(visit(c)));
  app.get('/:token/phones', (c) => showPhones(visit(c)));
  app.post('/:token/phones', (c) => changePhones(visit(c)));
  app.get('/:token/own-data', (c) => showOwnData(visit(c)));
  app.post('/:token/own-data', (c) => forgetMe(visit(c)));
  app.get('/:token/my-data.json', (c) => showMyData(visit(c)));
}
