import { computed, type Ref, ref, watch } from 'vue';
import { useMe } from '../../kit/use-me.ts';

/** No more than can be looked over at a glance. */
const OFFERED_AT_MOST = 6;

/** One thing that can be written for the agent: how it is called, what it is, and putting it into the words. */
export interface Offer {
  id: string;
  label: string;
  hint: string;
  text: string;
  act(): void;
}

export interface OfferParts {
  body: Ref<string>;
  mode(): 'reply' | 'note';
  savedReplies(): { id: string; name: string; language: string; body: string }[];
  agents(): { id: string; name: string }[];
  use(words: string): void;
  /** How saved words would read to this customer. */
  fill(words: string): string;
}

/** Saved replies after `/`, colleagues after `@`: what to write, what it is, and which of them is pointed at. */
export function useOffers({ body, mode, savedReplies, agents, use, fill }: OfferParts) {
  const store = useMe();
  const at = ref(0);
  watch(body, () => {
    at.value = 0;
  });

  const offered = computed<Offer[]>(() => {
    const asked = /^\/(\S*)$/.exec(body.value)?.[1]?.toLowerCase();
    if (mode() === 'reply' && asked !== undefined) return offerReplies(asked);
    const called = mode() === 'note' ? /@([\p{L}-]*)$/u.exec(body.value)?.[1]?.toLowerCase() : undefined;
    return called === undefined ? [] : offerColleagues(called);
  });

  const offerReplies = (asked: string) =>
    savedReplies()
      .filter(({ name }) => name.startsWith(asked))
      .slice(0, OFFERED_AT_MOST)
      .map(({ id, name, language, body: words }) => ({
        id,
        label: `/${name}`,
        hint: language,
        text: fill(words),
        act: () => use(words),
      }));

  const offerColleagues = (called: string) =>
    agents()
      .filter(({ id, name }) => id !== store.me?.id && name.toLowerCase().startsWith(called))
      .slice(0, OFFERED_AT_MOST)
      .map(({ id, name }) => ({
        id,
        label: `@${name.split(' ')[0]}`,
        hint: '',
        text: name,
        act: () => {
          body.value = body.value.replace(/@[\p{L}-]*$/u, `@${name.split(' ')[0]} `);
        },
      }));

  return { offered, at };
}
