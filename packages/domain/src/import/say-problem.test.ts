import { expect, it } from 'vitest';
import { mendProblem } from './mend-problem.ts';
import type { ProblemCode } from './problem.ts';
import { sayProblem } from './say-problem.ts';
import { PROBLEMS_ES } from './say-problem-es.ts';

it('says in both languages the same data, and what to do about it', () => {
  for (const code of Object.keys(PROBLEMS_ES) as ProblemCode[]) {
    const [english, spanish] = [sayProblem(code, '<data>'), sayProblem(code, '<data>', 'es')];
    expect({ code, tells: spanish.includes('<data>') }).toEqual({ code, tells: english.includes('<data>') });
    expect(spanish).not.toBe(english);
    expect(mendProblem(code, 'en')).toMatch(/\.$/);
    expect(mendProblem(code, 'es')).toMatch(/\.$/);
  }
});
