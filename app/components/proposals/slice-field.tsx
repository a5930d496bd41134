import { type ComponentProps, lazy, Suspense } from 'react'
import type { SliceEditor as Editor } from '../editor/slice-editor.tsx'
import { useLocale } from '../locale.tsx'
import { useIsInBrowser } from '../use-is-in-browser.ts'

/** The editor is a chunk of its own: who only reads does not load it. */
const SliceEditor = lazy(() =>
  import('../editor/slice-editor.tsx').then((module) => ({ default: module.SliceEditor })),
)

/** A part of a text to be written in a form. */
export function SliceField({
  title,
  ...editor
}: ComponentProps<typeof Editor> & { title: string }) {
  const { t } = useLocale()
  const isInBrowser = useIsInBrowser()
  const opening = <output>{t('draft.opening')}</output>
  return (
    <div className="field slice-field">
      <p className="field__label">{title}</p>
      {isInBrowser ? (
        <Suspense fallback={opening}>
          <SliceEditor {...editor} />
        </Suspense>
      ) : (
        opening
      )}
    </div>
  )
}
