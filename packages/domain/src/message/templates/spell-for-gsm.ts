/**
 * A template tag that spells its own words in the GSM alphabet and leaves the values alone: "aquí" goes out as "aqui",
 * "Núñez" as "Núñez". The alphabet has é, ñ, ü, ¿ and ¡, which stay, and lacks á, í, ó and ú, one of which would make the
 * whole text UCS-2 and cost two or three parts. Readers of Spanish texts know the spelling without; a name written wrongly
 * is another name, so a name's letters are worth their price.
 */
export function spellForGsm(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.map((word, index) => spell(word) + (values[index] ?? '')).join('');
}

function spell(words: string): string {
  return words.replace(/[áíóúÁÍÓÚç]/g, (letter) => SPELT_AS[letter] ?? letter);
}

const SPELT_AS: Record<string, string> = {
  á: 'a',
  í: 'i',
  ó: 'o',
  ú: 'u',
  Á: 'A',
  Í: 'I',
  Ó: 'O',
  Ú: 'U',
  ç: 'c',
};
