/** One line of the table. A figure says something beside its limit, measured in the same run, and nothing alone. */
export interface Row {
  what: string;
  ours: number;
  unit: string;
  /** What the same machine could do in the same run with next to nothing in the way. */
  limit?: { value: number; what: string };
  /** What we want to reach, in words. */
  bar?: string;
  p50Ms?: number;
  p99Ms?: number;
}

export interface Result {
  id: string;
  title: string;
  rows: Row[];
  /** The most memory that each process held, in MB; empty where the machine does not tell. */
  peakMemoryMb: Record<string, number>;
  /** The processor time of one piece of work, over all processes; absent where the machine does not tell, or nobody asks. */
  cpuMs?: number;
  /** What has to be known to read the rows, and what was checked besides. */
  notes: string[];
}

export interface BenchOptions {
  /** How many texts, bills or requests; the workload's own number where absent. */
  n?: number;
  /** How long the parts that run by the clock take. */
  seconds: number;
  /** How many customers there are besides those that a workload is about; W1's own where absent. */
  customers?: number;
  /** The sizes at which growth is measured, the smallest first. */
  sizes?: readonly number[];
  /** Nothing is measured beside ours: growth is measured beside the smallest size. */
  isAlone?: boolean;
  /** A folder for CPU profiles of our processes; none are written where absent. */
  profileTo?: string;
}

export type Workload = (options: BenchOptions) => Promise<Result>;
