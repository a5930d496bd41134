import { Link, useSearchParams } from '@remix-run/react'
import { useLocale } from '../locale.tsx'

const parameter = 'text'

/** Whether the text is shown with what is proposed in it. */
export function useShowsProposals(): boolean {
  const [parameters] = useSearchParams()
  return parameters.get(parameter) === 'proposals'
}

/** The text as it is, or with proposals; the address keeps which. */
export function TextViews() {
  const { t } = useLocale()
  const [parameters] = useSearchParams()
  const isWith = useShowsProposals()
  const address = (isWith: boolean) => {
    const next = new URLSearchParams(parameters)
    if (isWith) next.set(parameter, 'proposals')
    else next.delete(parameter)
    return { search: next.toString() }
  }
  return (
    <nav className="views" aria-label={t('proposals.view')}>
      <Link to={address(false)} preventScrollReset aria-current={isWith ? undefined : 'true'}>
        {t('proposals.view-plain')}
      </Link>
      <Link to={address(true)} preventScrollReset aria-current={isWith ? 'true' : undefined}>
        {t('proposals.view-with')}
      </Link>
    </nav>
  )
}
