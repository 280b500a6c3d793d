import { useI18n } from 'vue-i18n';

/** Says why somebody is not texted: in our words where there are some, by the rule's own name where not. */
export function useReasonWords(): (code: string) => string {
  const { t, te } = useI18n();
  return (code) => {
    if (te(`why.${code}`)) return t(`why.${code}`, { rule: code });
    const kind = code.split(':')[0] ?? code;
    if (te(`why.${kind}`)) return t(`why.${kind}`, { rule: code });
    return te(`campaigns.why.${code}`) ? t(`campaigns.why.${code}`) : code;
  };
}
