import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';

interface Reader {
  column: string;
  name: string;
  isInstant: boolean;
}

/** What an entity's columns are called does not change while we run. */
const READERS = new WeakMap<EntityClass<object>, Reader[]>();

/**
 * A row that PostgreSQL wrote as JSON (`to_json`) as an object with the entity's names, for reading only: the ORM does not
 * know it and notes none of its changes, which takes a tenth of the time of `em.map`.
 */
export function readRow<T extends object>(em: EntityManager, entity: EntityClass<T>, row: object): T {
  const read: Record<string, unknown> = {};
  const values = row as Record<string, unknown>;
  for (const { column, name, isInstant } of readersOf(em, entity)) {
    const value = values[column] ?? null;
    read[name] = isInstant && typeof value === 'string' ? new Date(value) : value;
  }
  return read as T;
}

function readersOf<T extends object>(em: EntityManager, entity: EntityClass<T>): Reader[] {
  const known = READERS.get(entity);
  if (known) return known;
  const made = em
    .getMetadata(entity)
    .props.filter((property) => property.fieldNames?.length === 1)
    .map(({ name, fieldNames, runtimeType }) => ({
      column: fieldNames[0] ?? name,
      name,
      isInstant: runtimeType === 'Date',
    }));
  READERS.set(entity, made);
  return made;
}
