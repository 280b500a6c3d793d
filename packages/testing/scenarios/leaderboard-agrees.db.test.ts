import { countScore } from '@kvitt/db/incentive/count-score';
import { loadLeaderboard } from '@kvitt/db/incentive/load-leaderboard';
import { hireAgent } from '@kvitt/testing/console';
import { useWorld } from '@kvitt/testing/use-world';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

const stage = useWorld();
const MOST = 4;
const agents: string[] = [];

beforeAll(async () => {
  for (let n = 0; n < 8; n++) agents.push((await hireAgent(stage.world, stage.billerId)).id);
});

it('the board of a day, read along its index, is the board of a contest of that one day, which is added up', async () => {
  const { world, billerId } = stage;
  const { em, clock } = world.ctx;
  const at = clock.now();
  const day = at.toISOString().slice(0, 10);
  // Few points for many agents: ties at the top, at the edge of the list and beside the one who asks.
  const points = fc.array(fc.tuple(fc.nat(agents.length - 1), fc.integer({ min: -1, max: 2 })), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(points, fc.nat(agents.length - 1), async (counts, who) => {
      for (const [index, enrollments] of counts)
        await countScore(em.fork(), { billerId, agentId: agents[index] ?? '', at }, { enrollments });
      const asked = {
        billerId,
        agentId: agents[who] ?? '',
        at,
        scope: 'agent',
        by: 'total',
        most: MOST,
      } as const;
      const read = await loadLeaderboard(em.fork(), { ...asked, span: 'day' });
      const added = await loadLeaderboard(em.fork(), { ...asked, span: { from: day, to: day } });
      expect(read.own).toEqual(added.own);
      expect(read.next?.gap).toBe(added.next?.gap);
      for (const { own, around } of [read, added]) {
        expect(around.length).toBeLessThanOrEqual(3);
        expect(around.some(({ key }) => key === asked.agentId)).toBe(own !== undefined);
      }
      expect(read.total).toBe(added.total);
      // Who of those who share the last place is named is no matter.
      const places = ({ top }: typeof read) =>
        top.map(({ rank, enrollments, isShared }) => [rank, enrollments, isShared]);
      expect(places(read)).toEqual(places(added));
    }),
    { numRuns: 40 },
  );
});
