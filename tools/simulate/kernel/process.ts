/** Throws of seeded dice, 0 to 1. */
export type Dice = () => number;

/** A process of ours: it does its flows step by step, stands still now and then, dies and is started again. */
export interface Process {
  name: string;
  /** Goes up with every death: what belonged to an earlier life never goes on. */
  life: number;
  isAlive: boolean;
  /** How far its clock is from the true time, in milliseconds. */
  clockOffMs: number;
}
