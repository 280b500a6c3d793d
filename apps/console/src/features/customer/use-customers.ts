import {
  CUSTOMER_FILTERS,
  CUSTOMER_SORTS,
  type CustomerFilter,
} from '@kvitt/domain/customer/customer-filter';
import { useDebounceFn } from '@vueuse/core';
import { computed, type Ref, watch } from 'vue';
import { api } from '../../kit/api.ts';
import type { TableSort, TableView } from '../../kit/table/table-column.ts';
import { usePages } from '../../kit/table/use-pages.ts';

type Asked = Parameters<typeof api.customer.list.query>[0];
export type CustomerLine = Awaited<ReturnType<typeof api.customer.list.query>>['lines'][number];

/** Letters that come one after another are asked about once. */
const TYPING_MS = 150;

/** The list of customers as it is narrowed and sorted; with words, those whom the search finds. */
export function useCustomers(parts: {
  words: Ref<string>;
  filters: Ref<TableView['filters']>;
  sort: Ref<TableSort | null>;
}) {
  const { words, filters, sort } = parts;
  const isSearch = computed(() => words.value.trim().length >= 2);

  /** What the server is asked, and what it is asked for as a file. */
  const asked = computed(() => {
    const { is, tag } = filters.value;
    const by = CUSTOMER_SORTS.find((one) => one === sort.value?.by);
    return {
      filters: CUSTOMER_FILTERS.filter((one): one is CustomerFilter => is?.includes(one) === true),
      ...(typeof tag === 'string' && tag !== '' && { tag }),
      sort: by ?? 'name',
      isBackwards: sort.value?.isBackwards ?? false,
    } as const;
  });

  const pages = usePages<CustomerLine, NonNullable<Asked>['after']>((after) =>
    api.customer.list.query(
      isSearch.value ? { words: words.value.trim() } : { ...asked.value, ...(after && { after }) },
    ),
  );
  const show = useDebounceFn(() => pages.show(), TYPING_MS);
  watch(isSearch, () => void pages.show(true));
  watch(words, () => isSearch.value && void show());
  watch(asked, () => void pages.show(true), { deep: true });
  void pages.show();

  return { ...pages, asked, isSearch };
}
