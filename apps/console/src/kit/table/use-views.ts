import { useQuery } from '@pinia/colada';
import { computed, ref } from 'vue';
import { api } from '../api.ts';
import { keep, remember } from '../remember.ts';
import { firstColumns, type TableColumn, type TableSort, type TableView } from './table-column.ts';

type Screen = Parameters<typeof api.view.list.query>[0]['screen'];
export type SavedView = Awaited<ReturnType<typeof api.view.list.query>>[number];

/**
 * How a table stands: what narrows it, its columns, its order. Views that were saved come from the server; the columns that
 * somebody has chosen are remembered in this browser.
 */
export function useViews(
  screen: Screen,
  columns: () => readonly TableColumn[],
  first: { filters: TableView['filters']; sort: TableSort | null },
) {
  const kept = remember<string>(`columns.${screen}`, '');
  const shown = ref<string[]>(kept === '' ? firstColumns(columns()) : kept.split(' '));
  const filters = ref<TableView['filters']>({ ...first.filters });
  const sort = ref<TableSort | null>(first.sort);
  const { data, refetch } = useQuery({
    key: ['views', screen],
    query: () => api.view.list.query({ screen }),
  });
  const views = computed(() => data.value ?? []);
  const now = computed(
    (): TableView => ({
      filters: filters.value,
      columns: shown.value,
      sort: sort.value,
    }),
  );
  /** The saved view that the table stands as. */
  const current = computed(() => views.value.find(({ setting }) => isSame(setting, now.value)));

  function showColumns(ids: string[]): void {
    // In the order of the table, however they were chosen; and never a table without any.
    const chosen = columns().filter(({ id }) => ids.includes(id));
    shown.value = chosen.length > 0 ? chosen.map(({ id }) => id) : firstColumns(columns());
    keep(`columns.${screen}`, shown.value.join(' '));
  }

  function apply({ setting }: SavedView): void {
    showColumns(setting.columns);
    filters.value = { ...setting.filters };
    sort.value = setting.sort;
  }

  function reset(): void {
    filters.value = { ...first.filters };
    sort.value = first.sort;
  }

  async function save(name: string, isShared: boolean): Promise<void> {
    const before = views.value.find((one) => one.name === name && one.isShared === isShared);
    const id = before?.id ?? crypto.randomUUID();
    await api.view.save.mutate({ id, screen, name, isShared, setting: now.value });
    await refetch();
  }

  async function remove(id: string): Promise<void> {
    await api.view.remove.mutate({ id });
    await refetch();
  }

  return { shown, filters, sort, views, current, showColumns, apply, reset, save, remove };
}

function isSame(one: TableView, other: TableView): boolean {
  const plain = ({ filters, columns, sort }: TableView) =>
    JSON.stringify([Object.entries(filters).sort(), columns, sort && [sort.by, sort.isBackwards]]);
  return plain(one) === plain(other);
}
