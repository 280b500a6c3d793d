import { AUDITORS, DESK, LEADS, MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { createRouter, createWebHistory } from 'vue-router';
import { withWords } from './kit/i18n.ts';
import { useMe } from './kit/use-me.ts';

/** Every screen, loaded when it is opened. For which roles one is, is a kindness: its procedures ask again, they are the lock. */
export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    {
      path: '/sign-in',
      component: () => import('./features/session/SignInPage.vue'),
      meta: { isOpen: true },
    },
    // Opened by the display's own token: nobody signs in on a wall.
    {
      path: '/wall',
      component: withWords(['work'], () => import('./features/incentive/WallPage.vue')),
      meta: { isOpen: true },
    },
    {
      path: '/join/:token',
      component: () => import('./features/session/JoinPage.vue'),
      meta: { isOpen: true },
    },
    {
      path: '/',
      component: () => import('./kit/AppShell.vue'),
      children: [
        { path: '', redirect: '/inbox' },
        { path: 'inbox/:id?', component: () => import('./features/inbox/InboxPage.vue') },
        {
          path: 'enroll/:id?',
          component: withWords(['work'], () => import('./features/enrollment/EnrollPage.vue')),
          meta: { roles: DESK },
        },
        {
          path: 'home',
          component: withWords(['work', 'manage'], () => import('./features/report/HomePage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'figures',
          component: withWords(['work', 'manage', 'table'], () => import('./features/report/FigurePage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'texts/:name?',
          component: withWords(['work', 'manage'], () => import('./features/manage/TextsPage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'cadence',
          component: withWords(['work', 'manage'], () => import('./features/manage/CadencePage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'campaigns/:id?',
          component: withWords(['work', 'manage'], () => import('./features/manage/CampaignsPage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'journeys',
          component: withWords(['work', 'manage'], () => import('./features/manage/JourneysPage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'money',
          component: withWords(['work', 'manage'], () => import('./features/manage/MoneyPage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'imports/:id?',
          component: withWords(['record'], () => import('./features/import/ImportsPage.vue')),
          meta: { roles: MANAGERS },
        },
        {
          path: 'proof/:id?',
          component: withWords(['record'], () => import('./features/proof/ProofPage.vue')),
          meta: { roles: AUDITORS },
        },
        {
          path: 'enrollments/:id',
          component: withWords(['work'], () => import('./features/enrollment/EvidencePage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'scripts',
          component: withWords(['work'], () => import('./features/enrollment/ScriptsPage.vue')),
          meta: { roles: OVERSEERS },
        },
        {
          path: 'leaderboard',
          component: withWords(['work'], () => import('./features/incentive/LeaderboardPage.vue')),
        },
        {
          path: 'leaderboard/settings',
          component: withWords(
            ['work', 'manage'],
            () => import('./features/incentive/BoardSettingsPage.vue'),
          ),
          meta: { roles: MANAGERS },
        },
        {
          path: 'bonuses',
          component: withWords(['work', 'table'], () => import('./features/incentive/BonusesPage.vue')),
        },
        {
          path: 'customers/:id?',
          component: withWords(['work', 'table'], () => import('./features/customer/CustomersPage.vue')),
        },
        { path: 'work', component: withWords(['table'], () => import('./features/work/WorkPage.vue')) },
        { path: 'refunds', component: () => import('./features/customer/RefundsPage.vue') },
        { path: 'desk', component: () => import('./features/inbox/DeskPage.vue'), meta: { roles: LEADS } },
        {
          path: 'team',
          component: withWords(['work', 'manage', 'table'], () => import('./features/agent/TeamPage.vue')),
          meta: { roles: AUDITORS },
        },
        { path: 'me', component: () => import('./features/session/SecurityPage.vue') },
        { path: ':rest(.*)*', component: () => import('./kit/NoPage.vue') },
      ],
    },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.isOpen) return true;
  const store = useMe();
  if (store.me || (await store.load()) || store.isOffline) return true;
  return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
});
