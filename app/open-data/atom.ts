import { element, writeXml } from '#app/xml/write-xml.ts'

/** A feed as RFC 4287 has it, in pages as RFC 5005 has them. */
export interface Feed {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly rights: string
  readonly author: string
  /** When anything in it last changed. */
  readonly updated: Date
  readonly self: string
  /** The page that shows the same to people. */
  readonly alternate: string
  readonly next: string | null
  readonly entries: readonly FeedEntry[]
  readonly locale: string
}

export interface FeedEntry {
  /** Stays the same when the fact is corrected. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly updated: Date
  readonly author: string
  readonly alternate: string
  readonly categories: readonly { scheme: string; term: string; label: string }[]
}

export function writeFeed(feed: Feed): string {
  return writeXml(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.locale },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.subtitle),
      element('updated', {}, feed.updated.toISOString()),
      element('author', {}, element('name', {}, feed.author)),
      element('rights', {}, feed.rights),
      link('self', feed.self, 'application/atom+xml'),
      link('alternate', feed.alternate, 'text/html'),
      feed.next !== null && link('next', feed.next, 'application/atom+xml'),
      feed.entries.map((entry) =>
        element(
          'entry',
          {},
          element('id', {}, entry.id),
          element('title', {}, entry.title),
          element('updated', {}, entry.updated.toISOString()),
          element('author', {}, element('name', {}, entry.author)),
          link('alternate', entry.alternate, 'text/html'),
          entry.categories.map((category) => element('category', { ...category })),
          element('summary', {}, entry.summary),
        ),
      ),
    ),
  )
}

function link(rel: string, href: string, type: string) {
  return element('link', { rel, href, type })
}

/**
 * Names something of ours for good (RFC 4151), also where the address by which we are reached gets another
 * port or scheme: the day is one on which the register had this name.
 */
export function tagOf(origin: string, ...path: readonly string[]): string {
  const name = path.map((part) => encodeURIComponent(part)).join('/')
  return `tag:${new URL(origin).hostname},2026-11-30:register/${name}`
}
