/**
 * Spells our own words in the GSM alphabet: "aquí" as "aqui", "sáb" as "sab". The alphabet has é, ñ, ü, ¿ and ¡, which stay,
 * and lacks á, í, ó and ú, one of which would make the whole text UCS-2 and cost two or three parts. Readers of Spanish texts
 * know the spelling without. A name written wrongly is another name, so a name's letters are worth their price.
 */
export function spellForGsm(words: string): string {
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
