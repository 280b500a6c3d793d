import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

it('says the same of every case whatever the time zone of its process', () => {
  const at = (file: string) => pathToFileURL(path.join(import.meta.dirname, '../src/consent', file)).href;
  const program = `
    import { readFileSync } from 'node:fs';
    import { mayText } from '${at('may-text.ts')}';
    import { readPolicyInput } from '${at('policy/read-policy-input.ts')}';
    const cases = JSON.parse(readFileSync(${JSON.stringify(path.join(import.meta.dirname, 'contact-cases.json'))}, 'utf8'));
    console.log(JSON.stringify(cases.map((one) => mayText(readPolicyInput(one)))));`;
  const answers = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
    }).toString(),
  );
  expect(answers[0]).toContain('DEFER');
  expect(new Set(answers).size).toBe(1);
});
