import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { type Piece, placePassages } from '../../kit/wording-pieces.ts';

interface Finding {
  code: string;
  at: number;
  length: number;
  detail: string;
}

/**
 * What keeps a wording from being saved, in words and by the passage in which it stands: what no passage holds is said at the
 * whole.
 * @param wording to which the findings belong
 */
export function useTextProblems(
  findings: () => readonly Finding[],
  wording: Ref<string>,
  pieces: Ref<Piece[] | undefined>,
) {
  const { t, te } = useI18n();
  const nameOf = (key: string) => (te(`textVar.${key}`) ? t(`textVar.${key}`) : key);

  function sayFinding({ code, at, length, detail }: Finding): string {
    const words = wording.value.slice(at, at + length);
    // What is missing stands nowhere in the wording: the finding names its value.
    const [, missing] = /\{(\w+)/.exec(length > 0 ? words : detail) ?? [];
    const costly = /‘(.+)’/u.exec(detail)?.[0] ?? '';
    const what = missing ? nameOf(missing) : code === 'TOO_LONG' ? costly : words;
    return `${t(`texts.finding.${code}`)} ${t(`texts.mend.${code}`, { what })}`.trim();
  }

  return computed(() => {
    const places = placePassages(pieces.value ?? []);
    const found: Record<string, string[]> = {};
    for (const finding of findings()) {
      const { at, length } = finding;
      const holds = length > 0 && length < wording.value.length;
      // Passages follow the ones they stand in, so the last that holds it is the narrowest.
      const place = holds ? places.findLast(({ from, to }) => at >= from && at + length <= to) : undefined;
      const said = sayFinding(finding);
      const path = place?.path ?? '';
      found[path] = [...new Set([...(found[path] ?? []), said])];
    }
    return found;
  });
}
