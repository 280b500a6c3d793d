import { FIGURE_NAMES } from '@kvitt/db/report/figure-rows';
import { z } from 'zod';

/** Which figure, of which days, and which part of it. */
export const FIGURE = z.object({
  figure: z.enum(FIGURE_NAMES),
  from: z.iso.date(),
  to: z.iso.date(),
  step: z.string().max(20).optional(),
  source: z.string().max(20).optional(),
  agentId: z.uuid().optional(),
});
