import type { Act, Gateway } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup, type Params } from '../wire/params.ts';
import type { AccessToken } from './oauth-record.ts';

/** The vendor gives a token this long. */
const livesForMs = 10 * 365 * 24 * 3_600_000;

/** POST /oauth_testing/grants: the vendor's own test suites consent in a merchant's name. */
export const createGrant: Act = (gateway, call) => {
  const sent = isGroup(call.body.grant) ? call.body.grant : call.body;
  const code = gateway.newId(32);
  gateway.state.grants[code] = {
    code,
    clientId: gateway.settings.appId ?? '',
    merchantId: filled(sent.merchantPublicId) ?? gateway.settings.firstMerchantId,
    scope: filled(sent.scope) ?? 'read_write',
    isUsed: false,
  };
  return answer({ grant: { code } }, 201);
};

/** POST /oauth/access_tokens: a token for the code of a consent, or a new one for a refresh token. */
export const createAccessToken: Act = (gateway, call) => {
  const sent: Params = isGroup(call.body.credentials) ? call.body.credentials : call.body;
  const isRefresh = filled(sent.grantType) === 'refresh_token';
  const source = isRefresh
    ? refreshed(gateway, filled(sent.refreshToken))
    : granted(gateway, filled(sent.code));
  if (!source) {
    const errors = collectErrors();
    const attribute = isRefresh ? 'refreshToken' : 'code';
    errors.add(['credentials'], attribute, '93801', 'Invalid grant: code not found');
    return errors.refuse(call.body);
  }
  const { clientId, merchantId } = source;
  const made: AccessToken = {
    accessToken: `access_token$development$${merchantId}$${gateway.newId(32)}`,
    refreshToken: `refresh_token$development$${merchantId}$${gateway.newId(32)}`,
    clientId,
    merchantId,
    scope: filled(sent.scope) ?? source.scope,
    expiresAt: gateway.clock.now() + livesForMs,
    isRevoked: false,
  };
  gateway.state.accessTokens[made.accessToken] = made;
  const { accessToken, refreshToken, scope } = made;
  const expiresAt = new Date(made.expiresAt);
  return answer({ credentials: { accessToken, refreshToken, expiresAt, scope, tokenType: 'bearer' } }, 201);
};

/** POST /oauth/revoke_access_token */
export const revokeAccessToken: Act = (gateway, call) => {
  const token =
    gateway.state.accessTokens[filled(call.body.token) ?? filled(group(call.body.oauth).token) ?? ''];
  if (token) token.isRevoked = true;
  return answer({ result: { success: token !== undefined } }, 201);
};

/** The merchant in whose name a bearer of this token acts, or nothing where it is not good. */
export function readAccessToken(gateway: Gateway, accessToken: string): AccessToken | undefined {
  const token = gateway.state.accessTokens[accessToken];
  return token && !token.isRevoked && token.expiresAt > gateway.clock.now() ? token : undefined;
}

function granted(gateway: Gateway, code: string | undefined) {
  const grant = gateway.state.grants[code ?? ''];
  if (!grant || grant.isUsed) return undefined;
  grant.isUsed = true;
  return grant;
}

function refreshed(gateway: Gateway, refreshToken: string | undefined) {
  return Object.values(gateway.state.accessTokens).find((one) => one.refreshToken === refreshToken);
}
