import { useState } from 'react'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

interface HashProps {
  /** 64 hexadecimal digits. */
  sha256: string
}

/** The first and last digits of a hash; the whole of it is copied, and printed. */
export function Hash({ sha256 }: HashProps) {
  const { t } = useLocale()
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(sha256).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <span className="hash">
      <code title={sha256}>
        <span className="hash__short">
          {sha256.slice(0, 8)}…{sha256.slice(-4)}
        </span>
        <span className="hash__whole">{sha256}</span>
      </code>
      <button
        type="button"
        className="hash__copy"
        onClick={copy}
        aria-label={t('common.copy-hash')}
        title={t('common.copy-hash')}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
      <output className="heard">{isCopied && t('common.copied')}</output>
    </span>
  )
}
