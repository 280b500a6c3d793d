import { LANGUAGES } from '@kvitt/domain/locale/language';
import qrcode from 'qrcode';
import { describe, expect, it, vi } from 'vitest';
import { writeInsertPdf } from './write-insert-pdf.ts';

const insert = {
  biller: { name: 'Åström & Søn', accent: '#ffe100', supportPhone: '800-555-0100', supportEmail: null },
  paper: 'LETTER' as const,
  codeAddress: 'https://pay.example.com/join/astrom?from=statement',
  typedAddress: 'pay.example.com/join/astrom',
};

describe.each(LANGUAGES)('the slip for an envelope in %s', (language) => {
  it.each(['LETTER', 'A4'] as const)(
    'is one page of %s with three codes that are told to who cannot see',
    async (paper) => {
      const create = vi.spyOn(qrcode, 'create');
      const pdf = await writeInsertPdf({ ...insert, language, paper }, new Date('2026-11-22T10:00:00Z'));
      expect(create.mock.calls.map(([address]) => address)).toEqual(Array(3).fill(insert.codeAddress));
      create.mockRestore();
      const text = pdf.toString('latin1');
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
      expect(text.match(/\/S \/Figure/g)).toHaveLength(3);
      expect(text.match(/\/Alt /g)).toHaveLength(3);
      expect(text).toContain(`/Lang (${language}-`);
    },
  );
});
