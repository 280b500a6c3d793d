import path from 'node:path';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { samplePage, sampleViews } from '@kvitt/portal/testing/sample-pages';
import { expect, test } from '../app/test.ts';
import { DOUBLED, expectRoom } from '../steps/expect-room.ts';

type Render = (page: ReturnType<typeof samplePage>, options: object) => Promise<{ html: string }>;
const SERVER = path.resolve(import.meta.dirname, '../../apps/portal/dist/server/entry-server.js');
/** Only how a page is laid out is looked at here: what runs on it would ask a server that is not there. */
const SCRIPTS = /<script(?![^>]*json)[^>]*>.*?<\/script>|<noscript>.*?<\/noscript>/gs;

for (const language of LANGUAGES) {
  test(`every page in every state has room for its words, and for them at double size: ${language}`, async ({
    page,
  }) => {
    const { render } = (await import(SERVER)) as { render: Render };
    for (const name of Object.keys(sampleViews)) {
      const { html } = await render(samplePage(name, { language }), {});
      await page.setContent(html.replace(SCRIPTS, ''));
      await expect(page.getByRole('main')).toBeVisible();
      await expectRoom(page, 'body', `${name} in ${language}`);
      await page.addStyleTag({ content: DOUBLED });
      await expectRoom(page, 'body', `${name} in ${language} at double size`);
    }
  });
}
