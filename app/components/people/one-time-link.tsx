import { useId, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'

/** A secret that is shown this once, to be copied. */
export function OneTimeLink({ url, label }: { url: string; label: string }) {
  const { t } = useLocale()
  const id = useId()
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="one-time-link">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="search-bar__row">
        <input
          id={id}
          className="input code"
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <Button type="button" onClick={copy}>
          {t('people.link.copy')}
        </Button>
      </div>
      <output className="small">{isCopied && t('common.copied')}</output>
    </div>
  )
}
