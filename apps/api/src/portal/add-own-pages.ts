import type { Context, Hono } from 'hono';
import { paperless, showPaperless, showSamplePdf } from './paperless.ts';
import type { Visit } from './visit.ts';

/** The pages on which customers arrange things for themselves. */
export function addOwnPages(app: Hono, visit: (c: Context) => Visit): void {
  app.get('/:token/paperless', (c) => showPaperless(visit(c)));
  app.post('/:token/paperless', (c) => paperless(visit(c)));
  app.get('/:token/sample-bill.pdf', (c) => showSamplePdf(visit(c)));
}
