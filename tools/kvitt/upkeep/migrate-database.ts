import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openDatabase } from '../open-database.ts';
import { writeAnswer } from '../write-answer.ts';

/** `migrate`: brings the database to this version's schema, making it first where it does not exist. Safe to run twice. */
export async function migrateDatabase(options: { json?: boolean }): Promise<ExitCode> {
  const { orm, close } = await openDatabase({ isReadOnly: false });
  try {
    const rows = await orm.em
      .fork()
      .execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
    const migrations = rows.map(({ name }) => name);
    const words = `The schema is current; its newest migration is ${migrations.at(-1)}.`;
    await writeAnswer(`${options.json ? JSON.stringify({ migrations }) : words}\n`);
    return EXIT.done;
  } finally {
    await close();
  }
}
