import type { EntityClass, EntityManager, RequiredEntityData } from '@mikro-orm/postgresql';

/**
 * Inserts a row unless one of the table's unique keys is taken already; says whether it was inserted. The database
 * decides, so two processes that do this at once agree on which of them was first.
 */
export async function insertOnce<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  row: RequiredEntityData<T>,
): Promise<boolean> {
  const result = await em.createQueryBuilder(entity).insert(row).onConflict().ignore().execute('run');
  return result.affectedRows > 0;
}
