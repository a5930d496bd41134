import { useLocale } from './locale.tsx'

/** A way to sign in that leaves this page, and what was typed on it, where it is. */
export function SignInElsewhere({ isSomebodyElse }: { isSomebodyElse: boolean }) {
  const { t } = useLocale()
  return (
    <a href={isSomebodyElse ? '/account' : '/sign-in'} target="_blank" rel="noopener">
      {t(isSomebodyElse ? 'shell.session.change' : 'shell.session.sign-in')}
    </a>
  )
}
