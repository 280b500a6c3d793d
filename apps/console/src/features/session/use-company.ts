import { onMounted, ref } from 'vue';
import { askSignIn } from '../../kit/sign-in-api.ts';

/** What the sign-in library calls what went wrong on the way to the company and back. */
const REFUSALS: Partial<Record<string, string>> = {
  signup_disabled: 'NOT_INVITED',
  unable_to_create_session: 'NOT_INVITED',
  email_not_found: 'COMPANY_NO_EMAIL',
  access_denied: 'COMPANY_STOPPED',
  unable_to_get_user_info: 'COMPANY_UNPROVEN',
  company_unreachable: 'COMPANY_UNREACHABLE',
};

/** The code of our words for what the company's sign-in led back with; undefined where it led back with nothing. */
export function readCompanyError(error: unknown): string | undefined {
  return typeof error === 'string' ? (REFUSALS[error] ?? 'OTHER') : undefined;
}

/** The company's own sign-in: how it is called, where there is one, and the way to it. */
export function useCompany() {
  const name = ref<string | null>(null);
  onMounted(async () => {
    const ways = await askSignIn<{ oidc: string | null }>('ways');
    if (ways.kind === 'done') name.value = ways.data.oidc;
  });

  /** Leaves for the company's page; gives the refusal where there is no way to it. */
  async function go(next: unknown): Promise<string | undefined> {
    // Never to somebody else's page, which an address with two slashes would be.
    const place = typeof next === 'string' && /^\/[^/\\]/.test(next) ? next : '/';
    const answer = await askSignIn<{ url: string }>('auth/sign-in/social', {
      provider: 'oidc',
      callbackURL: `/console${place}`,
      // Whoever tries again goes where they were going.
      errorCallbackURL: `/console/sign-in${place === '/' ? '' : `?next=${encodeURIComponent(place)}`}`,
    });
    if (answer.kind === 'refused') return answer.refusal;
    location.assign(answer.data.url);
    return undefined;
  }

  return { name, go };
}
