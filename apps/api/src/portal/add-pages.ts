import type { Context, Hono } from 'hono';
import { addOwnPages } from './add-own-pages.ts';
import { autopay, showAutopay } from './autopay.ts';
import { answerCard } from './card.ts';
import { credit } from './credit.ts';
import { dueDate, showDueDate } from './due-date.ts';
import { confirmJoinByCode, join, showJoin } from './join.ts';
import { changeMethods, showMethods } from './methods.ts';
import { addNewMethod, showNewMethod } from './new-method.ts';
import { noteOpened } from './note-opened.ts';
import { pay } from './pay.ts';
import { changePlan, showPlan } from './plan.ts';
import { preferences, showPreferences } from './preferences.ts';
import { promise, showPromise } from './promise.ts';
import { push } from './push.ts';
import { shareReceiptOf, showSharedReceipt } from './share-receipt.ts';
import { showAccount } from './show-account.ts';
import { showAmount } from './show-amount.ts';
import { showBill } from './show-bill.ts';
import { showManifest } from './show-manifest.ts';
import { showBillPdf, showReceiptPdf } from './show-papers.ts';
import { showPayStep } from './show-pay-step.ts';
import { showPayment } from './show-payment.ts';
import { showStepUp } from './show-step-up.ts';
import { showStatement, showStatementPdf } from './statement.ts';
import { textFreshLink } from './text-fresh-link.ts';
import { showThread, thread } from './thread.ts';
import { lock, textUnlockCode, unlock } from './unlock.ts';
import type { Visit } from './visit.ts';

/** Every page below a link, those of who has none yet, and which file answers each. */
export function addPages(app: Hono, visit: (c: Context) => Visit): void {
  const joining = (c: Context): Visit => ({ ...visit(c), token: `join/${c.req.param('biller') ?? ''}` });
  app.get('/join/:biller', (c) => showJoin(joining(c)));
  app.post('/join/:biller', (c) => join(joining(c)));
  app.post('/join/:biller/code', (c) => confirmJoinByCode(joining(c)));

  app.get('/manifest/:file', (c) => showManifest(visit(c)));
  app.get('/receipt/:receipt', (c) =>
    showSharedReceipt({ ...visit(c), token: `receipt/${c.req.param('receipt')}` }),
  );

  // The service worker takes what another app shares; where the browser has dropped it, the page says how to find a bill.
  app.post('/share', (c) => c.redirect('/', 303));
  // An installed portal begins here; where nothing was kept, the page says how to find a bill.
  app.get('/', (c) => showBill(visit(c)));
  app.get('/:token', (c) => showBill(visit(c)));
  // Some apps write an address with a slash behind it; what is asked with it goes along.
  app.get('/:token/', (c) => c.redirect(`/${c.req.param('token')}${new URL(c.req.url).search}`, 301));
  app.post('/:token/opened', (c) => noteOpened(visit(c)));
  app.post('/:token/fresh', (c) => textFreshLink(visit(c)));
  app.get('/:token/pay', (c) => showPayStep(visit(c)));
  app.post('/:token/pay', (c) => pay(visit(c)));
  app.get('/:token/payments/:paymentId', (c) => showPayment(visit(c)));
  app.post('/:token/payments/:paymentId/share', (c) => shareReceiptOf(visit(c)));
  app.get('/:token/statement', (c) => showStatement(visit(c)));
  app.get('/:token/statement.pdf', (c) => showStatementPdf(visit(c)));
  app.get('/:token/bill.pdf', (c) => showBillPdf(visit(c)));
  app.get('/:token/payments/:paymentId/receipt.pdf', (c) => showReceiptPdf(visit(c)));

  app.get('/:token/unlock', (c) => showStepUp(visit(c)));
  app.post('/:token/unlock', (c) => unlock(visit(c)));
  app.post('/:token/unlock/code', (c) => textUnlockCode(visit(c)));
  app.post('/:token/lock', (c) => lock(visit(c)));

  addOwnPages(app, visit);

  app.get('/:token/account', (c) => showAccount(visit(c)));
  app.get('/:token/amount', (c) => showAmount(visit(c)));
  app.post('/:token/credit', (c) => credit(visit(c)));
  app.get('/:token/promise', (c) => showPromise(visit(c)));
  app.post('/:token/promise', (c) => promise(visit(c)));
  app.get('/:token/methods/new', (c) => showNewMethod(visit(c)));
  app.post('/:token/methods/new', (c) => addNewMethod(visit(c)));
  app.get('/:token/plan', (c) => showPlan(visit(c)));
  app.post('/:token/plan', (c) => changePlan(visit(c)));
  app.get('/:token/due-date', (c) => showDueDate(visit(c)));
  app.post('/:token/due-date', (c) => dueDate(visit(c)));
  app.get('/:token/thread', (c) => showThread(visit(c)));
  app.post('/:token/thread', (c) => thread(visit(c)));
  app.get('/:token/preferences', (c) => showPreferences(visit(c)));
  app.post('/:token/preferences', (c) => preferences(visit(c)));
  app.post('/:token/push', (c) => push(visit(c)));
  app.post('/:token/card', (c) => answerCard(visit(c)));
  app.get('/:token/autopay', (c) => showAutopay(visit(c)));
  app.post('/:token/autopay', (c) => autopay(visit(c)));
  app.get('/:token/methods', (c) => showMethods(visit(c)));
  app.post('/:token/methods', (c) => changeMethods(visit(c)));
}
