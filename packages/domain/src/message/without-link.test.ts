import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../locale/language.ts';
import { renderTemplate } from './templates/render-template.ts';
import { sampleVars } from './templates/sample-vars.ts';
import {
  TEMPLATE_KINDS,
  TEMPLATE_NAMES,
  type TemplateName,
  type TemplateVars,
} from './templates/template-vars.ts';
import { withoutLink } from './without-link.ts';

/** A text in each of its branches, with the place for its link as it is queued. */
function withPlaces<N extends TemplateName>(name: N, language: Language): string[] {
  return sampleVars(name, language).map((vars) =>
    renderTemplate(name, language, { ...vars, link: '{link}' } as TemplateVars<N>),
  );
}

describe('withoutLink', () => {
  it.each([
    [
      'Acme: Your bill of $84.20 is due Fri, Nov 27. See it: {link}',
      'Acme: Your bill of $84.20 is due Fri, Nov 27.',
    ],
    [
      'Acme: Paid $84.20. Receipt: {link} Reply STOP to opt out.',
      'Acme: Paid $84.20. Reply STOP to opt out.',
    ],
    ['Acme: Here is a new link to your bill: {link}', 'Acme: Here is a new link to your bill: {link}'],
    ['Acme: You have nothing to pay now.', 'Acme: You have nothing to pay now.'],
  ])('%s', (body, without) => {
    expect(withoutLink(body)).toBe(without);
  });

  const optional = TEMPLATE_NAMES.filter((name) => TEMPLATE_KINDS[name].vars.link === 'optional');

  it.each(optional)('leaves a whole text of %s in every language', (name) => {
    for (const language of LANGUAGES) {
      for (const body of withPlaces(name, language)) {
        const without = withoutLink(body);
        expect(without).not.toContain('{link}');
        expect(without).toMatch(/^Tri-County Water: .{12,}[.?!)]$/);
        expect(body.startsWith(without)).toBe(true);
      }
    }
  });
});
