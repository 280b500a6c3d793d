import { watchHealth } from '@kvitt/flows/report/watch-health';
import { METRICS_TOKEN } from '@kvitt/testing/open-world';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${stage.world.origin}${path}`, { headers });

/** A text that nobody takes for twenty minutes, as without a worker. */
async function leaveText(): Promise<void> {
  const cindy = await addPerson(stage.world, stage.billerId);
  await cindy.issue(8420);
  await cindy.announce();
  await stage.world.clock.advance(20 * 60_000);
}

describe('/health/ready', () => {
  it('says that all is well, with the figures', async () => {
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', dueTexts: 0, waitingJobs: 0, alarms: [] });
  });

  it('says that texts are late, serves all the same, and the log has the alarm', async () => {
    await leaveText();
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'alarm',
      dueTexts: 1,
      alarms: [{ code: 'TEXTS_LATE', value: 1_200, limit: 900 }],
    });
    await watchHealth(stage.world.ctx);
    expect(stage.world.logged.some((line) => line.includes('"alarm":"TEXTS_LATE"'))).toBe(true);
  });
});

describe('/metrics', () => {
  it.each<[string, Record<string, string>]>([
    ['nobody', {}],
    ['someone with another token', { authorization: 'Bearer another-token-than-that' }],
  ])('does not exist for %s', async (_, headers) => {
    expect((await ask('/metrics', headers)).status).toBe(404);
  });

  it('tells a scrape with the token how the texts are', async () => {
    await leaveText();
    const answer = await ask('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('kvitt_due_texts 1');
    expect(lines).toContain('kvitt_oldest_due_seconds 1200');
    expect(lines).toContain('kvitt_alarms 1');
  });
});
