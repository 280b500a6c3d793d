/**
 * The reasons that last, of an answer that is no: hours and caps go by, and say nothing of why somebody is never texted.
 * All of them where there are no others.
 */
export function lastingReasons(reasons: readonly string[]): readonly string[] {
  const lasting = reasons.filter((code) => !/^(WINDOW|CAP):/.test(code));
  return lasting.length > 0 ? lasting : reasons;
}
