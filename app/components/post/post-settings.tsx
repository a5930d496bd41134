import { Link } from '@remix-run/react'
import { Button } from '../button.tsx'
import { Facts } from '../facts.tsx'
import { TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Panel } from '../section.tsx'

interface PostSettingsProps {
  digestTime: string
  /** Whether a mail server is set. */
  isSent: boolean
  functionalMailbox: string | null
  /** People who get the post at an address of their own. */
  readers: number
  /** Letters that did not reach a mailbox after all attempts. */
  givenUp: number
  /** Of the person at this screen. */
  ownAddress: string | null
  maySetMailbox: boolean
  refused: FormState | null | undefined
}

/** Where the post of this delegation goes, and when. */
export function PostSettings(props: PostSettingsProps) {
  const { digestTime, isSent, functionalMailbox, readers, givenUp, maySetMailbox } = props
  const { ownAddress, refused } = props
  const { t, number } = useLocale()
  return (
    <Panel title={t('post.settings.title')} id="settings">
      <div className="prose">
        {!isSent && (
          <Notice title={t('post.settings.not-sent')}>
            <p>{t('post.settings.not-sent-words')}</p>
          </Notice>
        )}
        {givenUp > 0 && (
          <Notice kind="warning" title={t('post.settings.given-up', { count: givenUp })}>
            <p>{t('post.settings.given-up-words')}</p>
          </Notice>
        )}
        <Facts
          shape="stacked"
          facts={[
            {
              term: t('post.settings.mailbox'),
              value: (
                <>
                  <p>{functionalMailbox ?? t('post.settings.mailbox-none')}</p>
                  <p className="small">
                    {maySetMailbox ? (
                      <Link to="/people">{t('post.settings.mailbox-edit')}</Link>
                    ) : (
                      t('post.settings.mailbox-who')
                    )}
                  </p>
                </>
              ),
            },
            { term: t('post.settings.people'), value: number(readers) },
            {
              term: t('post.settings.when'),
              value: (
                <>
                  <p>{t('post.settings.at-once')}</p>
                  <p>{t('post.settings.digest', { time: digestTime })}</p>
                </>
              ),
            },
          ]}
        />
        <PortalForm state={refused}>
          <TextField
            name="address"
            type="email"
            autoComplete="email"
            label={t('post.settings.own')}
            hint={t('post.settings.own-hint')}
            isOptional
            defaultValue={ownAddress ?? ''}
          />
          <div className="actions">
            <Button>{t('post.settings.own-save')}</Button>
          </div>
        </PortalForm>
      </div>
    </Panel>
  )
}
