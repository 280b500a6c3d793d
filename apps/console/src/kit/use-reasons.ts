import { useI18n } from 'vue-i18n';

/** Says in words why something was refused, or why a text did not arrive; by its code where there are no words. */
export function useReasons() {
  const { t, te } = useI18n();
  function say(code: string | null | undefined): string {
    if (!code) return t('reason.UNKNOWN');
    if (te(`reason.${code}`)) return t(`reason.${code}`);
    if (te(`why.${code}`)) return t(`why.${code}`);
    const kind = code.split(':')[0] ?? code;
    return te(`why.${kind}`)
      ? t(`why.${kind}`, { rule: code.slice(kind.length + 1) })
      : t('reason.CODE', { code });
  }
  return { say };
}
