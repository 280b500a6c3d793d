/** Who would recommend a company, who does not mind, and who would rather warn of it. */
export type Attitude = 'promoter' | 'passive' | 'detractor';

/** What an answer of 0 to 10 says, as its inventors count it (F. F. Reichheld, Harvard Business Review, December 2003). */
export function judgeScore(score: number): Attitude {
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}
