/** Where a page says whose it is. */
export const personMeta = 'person'

/**
 * For whom this document was made; undefined for a stranger. Signing in and out bring a new
 * document, so one is never of two people. In the browser only.
 */
export function personOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name=${personMeta}]`)?.content
}
