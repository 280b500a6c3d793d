/**
 * Where a campaign stands. `draft` can be looked at · `scheduled` waits for its hour · `running` texts · `paused` by a person
 * or by its brake · `done` everyone has been gone through · `cancelled` for good.
 */
export type CampaignState = 'draft' | 'scheduled' | 'running' | 'paused' | 'done' | 'cancelled';

/** `begin`, `brake` and `finish` are the machine's own; the others a person's. */
export type CampaignAct = 'schedule' | 'begin' | 'pause' | 'brake' | 'resume' | 'cancel' | 'finish';

/** What each act makes of each state; what is absent is refused. */
const MOVES: Record<CampaignState, Partial<Record<CampaignAct, CampaignState>>> = {
  draft: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { schedule: 'scheduled', begin: 'running', pause: 'paused', cancel: 'cancelled' },
  running: { pause: 'paused', brake: 'paused', cancel: 'cancelled', finish: 'done' },
  // Who goes on after a pause waits for nothing: its hour has come, or comes at once.
  paused: { resume: 'running', cancel: 'cancelled' },
  done: {},
  cancelled: {},
};

/** The state after an act; undefined where the act is refused. */
export function stepCampaign(state: CampaignState, act: CampaignAct): CampaignState | undefined {
  return MOVES[state][act];
}
