import type { officialLanguages } from '#app/measures/official-languages.ts'

/** ISO 639-2 (terminological) of the official languages: Akoma Ntoso names languages by three letters. */
const threeLetters: Readonly<Record<(typeof officialLanguages)[number], string>> = {
  bg: 'bul',
  es: 'spa',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  et: 'est',
  el: 'ell',
  en: 'eng',
  fr: 'fra',
  ga: 'gle',
  hr: 'hrv',
  it: 'ita',
  lv: 'lav',
  lt: 'lit',
  hu: 'hun',
  mt: 'mlt',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  fi: 'fin',
  sv: 'swe',
}

const known = new Map(Object.entries(threeLetters))

/** `und`: none that is official. */
export function inThreeLetters(language: string): string {
  return known.get(language) ?? 'und'
}
