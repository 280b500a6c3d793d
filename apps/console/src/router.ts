import { createRouter, createWebHistory } from 'vue-router';
import { withLaterWords } from './kit/i18n.ts';
import { useMe } from './kit/use-me.ts';

/** Every screen, loaded when it is opened. */
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
      component: () => import('./features/incentive/WallPage.vue'),
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
        { path: 'enroll/:id?', component: () => import('./features/enrollment/EnrollPage.vue') },
        { path: 'home', component: withLaterWords(() => import('./features/report/HomePage.vue')) },
        { path: 'home/list', component: withLaterWords(() => import('./features/report/FigurePage.vue')) },
        { path: 'texts/:name?', component: withLaterWords(() => import('./features/manage/TextsPage.vue')) },
        { path: 'cadence', component: withLaterWords(() => import('./features/manage/CadencePage.vue')) },
        {
          path: 'campaigns/:id?',
          component: withLaterWords(() => import('./features/manage/CampaignsPage.vue')),
        },
        { path: 'journeys', component: withLaterWords(() => import('./features/manage/JourneysPage.vue')) },
        { path: 'enrollments/:id', component: () => import('./features/enrollment/EvidencePage.vue') },
        { path: 'scripts', component: () => import('./features/enrollment/ScriptsPage.vue') },
        { path: 'leaderboard', component: () => import('./features/incentive/LeaderboardPage.vue') },
        {
          path: 'leaderboard/settings',
          component: () => import('./features/incentive/BoardSettingsPage.vue'),
        },
        { path: 'bonuses', component: () => import('./features/incentive/BonusesPage.vue') },
        { path: 'customers/:id?', component: () => import('./features/customer/CustomersPage.vue') },
        { path: 'work', component: () => import('./features/work/WorkPage.vue') },
        { path: 'refunds', component: () => import('./features/customer/RefundsPage.vue') },
        { path: 'desk', component: () => import('./features/inbox/DeskPage.vue') },
        { path: 'team', component: () => import('./features/agent/TeamPage.vue') },
        { path: 'me', component: () => import('./features/session/SecurityPage.vue') },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.isOpen) return true;
  const store = useMe();
  if (store.me || (await store.load()) || store.isOffline) return true;
  return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
});
