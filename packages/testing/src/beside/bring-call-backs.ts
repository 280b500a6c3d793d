import type { Beside } from './open-beside.ts';

/** Lets the time come at which callers were to be called again, as a day gone by does. */
export async function bringCallBacks({ biller, context }: Beside): Promise<void> {
  const { em, clock } = context();
  await em.execute(
    'update enrollment set call_back_at = ? where biller_id = ? and call_back_at is not null',
    [clock.now(), biller.id],
  );
}
