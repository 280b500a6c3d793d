import { describe, expect, it } from 'vitest';
import type { ConsentStanding } from './consent.ts';
import { consentLevel } from './consent-level.ts';
import type { ConsentLevel } from './policy/policy-input.ts';
import type { Category } from './policy/rule.ts';

describe('consentLevel', () => {
  it.each<[Category, ConsentStanding, ConsentLevel]>([
    ['info', {}, 'none'],
    ['info', { service: 'pending' }, 'pending'],
    ['info', { service: 'express' }, 'express'],
    ['receipt', { service: 'confirmed' }, 'confirmed'],
    ['info', { service: 'revoked', marketing: 'pewc' }, 'revoked_all'],
    ['info', { service: 'confirmed', marketing: 'revoked' }, 'confirmed'],
    ['past_due', { service: 'confirmed' }, 'none'],
    ['past_due', { service: 'confirmed', 'past-due': 'express' }, 'express'],
    ['past_due', { service: 'confirmed', 'past-due': 'revoked' }, 'revoked_all'],
    ['collect3p', { service: 'revoked', 'past-due': 'confirmed' }, 'revoked_all'],
    ['marketing', {}, 'none'],
    ['marketing', { service: 'confirmed' }, 'confirmed'],
    ['marketing', { service: 'confirmed', marketing: 'pending' }, 'pending'],
    ['marketing', { service: 'confirmed', marketing: 'pewc' }, 'pewc'],
    ['marketing', { service: 'confirmed', marketing: 'soft_optin' }, 'soft_optin'],
    ['marketing', { service: 'confirmed', marketing: 'revoked' }, 'revoked_mkt'],
    ['marketing', { service: 'revoked', marketing: 'revoked' }, 'revoked_all'],
    ['optin', { service: 'confirmed', marketing: 'pending' }, 'pending'],
    ['optin', { service: 'express' }, 'express'],
  ])('of %s, with %j, is %s', (category, standing, level) => {
    expect(consentLevel(category, standing)).toBe(level);
  });
});
