import { DESK, OVERSEERS } from '@kvitt/domain/agent/role';
import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useMe } from './use-me.ts';
import { useRail } from './use-rail.ts';

/** A place of the rail: its keys, and how much waits there where it is counted. */
export interface Place {
  to: string;
  icon: string;
  label: string;
  keys: string;
  waits?: { short: string; words: string } | undefined;
}

/** Where whoever sits here may go, in the order of the rail. */
export function usePlaces(): ComputedRef<Place[]> {
  const { t } = useI18n();
  const store = useMe();
  const { counts, waitsAt } = useRail();
  const isOverseer = computed(() => store.me !== undefined && OVERSEERS.includes(store.me.role));
  return computed((): Place[] => [
    ...(isOverseer.value
      ? [{ to: '/home', icon: 'i-lucide-chart-no-axes-column', label: t('place.home'), keys: 'G H' }]
      : []),
    {
      to: '/inbox',
      icon: 'i-lucide-inbox',
      label: t('place.inbox'),
      keys: 'G I',
      waits: waitsAt('inbox', counts.value?.inbox),
    },
    ...(store.me && DESK.includes(store.me.role)
      ? [
          {
            to: '/enroll',
            icon: 'i-lucide-phone-call',
            label: t('place.enroll'),
            keys: 'G E',
            waits: waitsAt('enroll', counts.value?.callBacks),
          },
        ]
      : []),
    { to: '/leaderboard', icon: 'i-lucide-trophy', label: t('place.board'), keys: 'G L' },
    { to: '/bonuses', icon: 'i-lucide-coins', label: t('place.bonuses'), keys: 'G B' },
    { to: '/customers', icon: 'i-lucide-users', label: t('place.customers'), keys: 'G C' },
    {
      to: '/work',
      icon: 'i-lucide-list-checks',
      label: t('work.title'),
      keys: 'G W',
      waits: waitsAt('work', counts.value?.work),
    },
    // Otherwise in the menu: refunds that wait for a second person are to be seen by one.
    ...(counts.value?.refunds
      ? [
          {
            to: '/refunds',
            icon: 'i-lucide-undo-2',
            label: t('place.refunds'),
            keys: 'G R',
            waits: waitsAt('refunds', counts.value.refunds),
          },
        ]
      : []),
    ...(isOverseer.value
      ? [{ to: '/texts', icon: 'i-lucide-messages-square', label: t('place.manage'), keys: 'G X' }]
      : []),
    ...(store.me?.role === 'admin' || store.me?.role === 'manager' || store.me?.role === 'compliance'
      ? [{ to: '/team', icon: 'i-lucide-shield-check', label: t('place.team'), keys: 'G T' }]
      : []),
  ]);
}
