import type { PolicyFacts } from './policy-input.ts';

/** How a fact is written in JSON. */
export type FactShape =
  | 'flags'
  | 'history'
  | 'text'
  | 'number'
  | 'flag'
  | 'profile'
  | 'windows'
  | 'caps'
  | 'blocks';

/** Every fact, by its name in JSON: what a case of a file, and the stored inputs of a decision, may say. */
export const FACT_FIELDS: readonly (readonly [json: string, key: keyof PolicyFacts, shape: FactShape])[] = [
  ['flags', 'flags', 'flags'],
  ['history', 'history', 'history'],
  ['debt', 'debt', 'text'],
  ['subject', 'subject', 'text'],
  ['dpd', 'dpd', 'number'],
  ['sender', 'sender', 'text'],
  ['url', 'url', 'text'],
  ['fresh_days', 'freshDays', 'number'],
  ['optout_in_body', 'optoutInBody', 'flag'],
  ['optin_sent', 'optinSent', 'number'],
  ['profile', 'profile', 'profile'],
  ['reply_kind', 'replyKind', 'text'],
  ['delay_s', 'delayS', 'number'],
  ['promo', 'promo', 'flag'],
  ['already_confirmed', 'alreadyConfirmed', 'flag'],
  ['trigger', 'trigger', 'text'],
  ['client_windows', 'clientWindows', 'windows'],
  ['client_caps', 'clientCaps', 'caps'],
  ['client_blocks', 'clientBlocks', 'blocks'],
];
