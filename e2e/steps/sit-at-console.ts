import { DEMO_AGENTS, DEMO_PASSWORD } from '@kvitt/tools/seed/demo-agents.ts';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';

/** Signs one of the seeded agents in, as they do it themselves. */
export async function sitAtConsole(page: Page, app: App, firstName = 'Maria'): Promise<void> {
  const agent = DEMO_AGENTS.find(({ name }) => name.startsWith(firstName));
  if (!agent) throw new Error(`nobody is called ${firstName}`);
  await page.goto(`${app.portal}/console/`);
  await page.getByLabel('E-mail').fill(agent.email);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
}
