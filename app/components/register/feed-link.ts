import { formatFor } from '#app/messages/format.ts'
import { atomXml } from '#app/open-data/media-types.ts'

/** Tells a feed reader, in the head of a page, where what it shows can be followed. */
export function feedLink(href: string) {
  const { t } = formatFor('en')
  return {
    tagName: 'link',
    rel: 'alternate',
    type: atomXml,
    title: t('open-data.subscribe'),
    href,
  } as const
}
