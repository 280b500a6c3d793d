import { useI18n } from 'vue-i18n';

const WORDS: Readonly<Record<string, string>> = {
  'wants to be forgotten': 'forget',
  'pay back: the customer asked for it': 'payBack',
  'no such account': 'noAccount',
  'keep or pay back': 'keepOrPayBack',
};

/** Says what an item of work is about, in the reader's language; what was found is kept as a code of its own. */
export function useAbout() {
  const { t } = useI18n();
  return (about: string): string => {
    const known = WORDS[about];
    if (known) return t(`work.about.${known}`);
    if (/^refund \S+ was made before$/.test(about)) return t('work.about.refundMade');
    if (/^refund \S+ is at the processor$/.test(about)) return t('work.about.refundAway');
    if (/^(won|lost) before, (won|lost) now$/.test(about)) return t('work.about.overturned');
    // Two amounts in minor units, or the day for an answer: both are shown from the evidence, as people write them.
    return /^-?\d+\/-?\d+ [A-Z]{3}$|^answer( by \d{4}-\d\d-\d\d)?$/.test(about) ? '' : about;
  };
}
