import { joinAddress } from '@kvitt/domain/enrollment/join-address';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { writeInsertPdf } from '@kvitt/pdf/write-insert-pdf';
import { keepPaper } from '../bill/write-papers.ts';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';

/** `join insert`: a page of slips for the envelopes of paper statements, with the biller's address to join by text. */
export async function writeInsert(options: {
  biller?: string;
  language?: string;
  url?: string;
  out?: string;
}): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const language = options.language ?? biller.language;
    const spoken = LANGUAGES.find((one) => one === language);
    if (!spoken) throw new CommandError(EXIT.usage, `--language is one of ${LANGUAGES.join(', ')}.`);
    const publicUrl = (options.url ?? ctx.publicUrl).replace(/\/+$/, '');
    if (!publicUrl) {
      throw new CommandError(EXIT.usage, '--url or PUBLIC_URL has to say where customers reach the pages.');
    }
    const { code, typed } = joinAddress(publicUrl, biller.slug, options.language ? spoken : undefined);
    const pdf = await writeInsertPdf(
      {
        biller: { ...biller, supportEmail: biller.supportEmail ?? null },
        language: spoken,
        paper: biller.currency === 'USD' ? 'LETTER' : 'A4',
        codeAddress: code,
        typedAddress: typed,
      },
      ctx.clock.now(),
    );
    return keepPaper(pdf, options.out ?? `insert-${biller.slug}-${spoken}.pdf`);
  });
}
