import { type ComponentProps, lazy, Suspense } from 'react'
import { useLocale } from '../locale.tsx'
import { useIsInBrowser } from '../use-is-in-browser.ts'
import type { LiveDraft } from './live-draft.tsx'

/** The editor is a chunk of its own: other pages do not load it. */
const Draft = lazy(() =>
  import('./live-draft.tsx').then((module) => ({ default: module.LiveDraft })),
)

/** The live text lives in the browser only; the server's page says that it is being opened. */
export function LazyDraft(props: ComponentProps<typeof LiveDraft>) {
  const { t } = useLocale()
  const isInBrowser = useIsInBrowser()
  const opening = <output>{t('draft.opening')}</output>
  if (!isInBrowser) return opening
  return (
    <Suspense fallback={opening}>
      <Draft key={props.documentId} {...props} />
    </Suspense>
  )
}
