import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { Template } from '@kvitt/db/message/template.entity';
import type { Language } from '@kvitt/domain/locale/language';
import type { LintFinding } from '@kvitt/domain/message/lint/lint-finding';
import { lintText } from '@kvitt/domain/message/lint/lint-text';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

export interface SaveOrder {
  billerId: string;
  name: TemplateName;
  language: Language;
  /** ICU MessageFormat without the brand; null to go back to our wording. */
  wording: string | null;
  /** Who saves it: a person's name, or what they use. */
  savedBy: string;
  /** The most parts it may take with long values; three where nothing is said. */
  maxParts?: number;
}

export type SaveAnswer =
  | { kind: 'saved'; version: number }
  /** Nothing was changed; each finding says what and where. */
  | { kind: 'refused'; findings: LintFinding[] }
  /** Somebody else saved at the same moment: look at theirs first. */
  | { kind: 'saved-meanwhile' };

/**
 * Puts a biller's own wording in place of ours, or of its last one, from the next text on. A wording that the linter has
 * something to say about does not save: a reminder without name, amount, due date and terms among them.
 */
export async function saveTemplate(ctx: Ctx, order: SaveOrder): Promise<SaveAnswer> {
  const { billerId, name, language, savedBy, maxParts } = order;
  const wording = order.wording?.trim() ?? null;
  if (wording !== null) {
    const findings = lintText({ name, language, wording, ...(maxParts !== undefined && { maxParts }) });
    if (findings.length > 0) return { kind: 'refused', findings };
  }
  return inTransaction(ctx, async (tx) => {
    const { version: latest } = await loadOwnTexts(tx.em, billerId);
    const version = latest + 1;
    const row = { billerId, version, name, language, wording, savedBy, savedAt: tx.clock.now() };
    const isNew = await insertOnce(tx.em, Template, row);
    return isNew ? { kind: 'saved', version } : { kind: 'saved-meanwhile' };
  });
}
