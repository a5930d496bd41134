/** Where a page says whose it is, and up to which event of the record it tells. */
export const personMeta = 'person'

interface MadeFor {
  personId?: string
  recordHead?: number
}

/**
 * For whom this document was made, and when in the record; empty for a stranger. Signing in and out
 * bring a new document, so one is never of two people. In the browser only.
 */
export function madeFor(): MadeFor {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name=${personMeta}]`)
  return meta ? { personId: meta.content, recordHead: Number(meta.dataset.recordHead) } : {}
}
