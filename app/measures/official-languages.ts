/**
 * The official languages of the Union (Regulation No 1/58) in protocol order: by their own names
 * (Interinstitutional Style Guide, 7.2).
 */
export const officialLanguages = [
  'bg',
  'es',
  'cs',
  'da',
  'de',
  'et',
  'el',
  'en',
  'fr',
  'ga',
  'hr',
  'it',
  'lv',
  'lt',
  'hu',
  'mt',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'fi',
  'sv',
] as const
export type OfficialLanguage = (typeof officialLanguages)[number]

export function isOfficialLanguage(code: string): code is OfficialLanguage {
  return (officialLanguages as readonly string[]).includes(code)
}
