import { Button } from './button.tsx'
import { useLocale } from './locale.tsx'

/** Prints the page by the browser; what is for the screen only is left out. */
export function PrintButton() {
  const { t } = useLocale()
  return (
    <Button type="button" onClick={() => window.print()}>
      {t('common.print')}
    </Button>
  )
}
