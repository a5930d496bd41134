import { Link } from '@remix-run/react'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { Button } from '../button.tsx'
import { TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Panel } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { DriftList, parallelPath } from './drift-list.tsx'
import { FileLink } from './file-link.tsx'

/** Files of other states that are meant to control the same. */
export function FileParallel({ page, state }: { page: FilePage; state: FormState | null }) {
  const { t } = useLocale()
  const { file, may } = page
  if (file.parallelDrafts.length === 0 && !may.changeDetails) return null
  return (
    <Panel title={t('file.parallel')}>
      {file.parallelDrafts.length === 0 && <p>{t('file.parallel.none')}</p>}
      <ul className="plain-list">
        {file.parallelDrafts.map(({ reference, owner, title }) => (
          <li key={reference}>
            <StateChip code={owner} /> <FileLink reference={reference} /> {title}{' '}
            <Link to={parallelPath(file.reference, reference)}>{t('parallel.compare')}</Link>
          </li>
        ))}
      </ul>
      {file.drifted.map(({ other, drifts }) => (
        <Notice
          key={other.reference}
          kind="warning"
          title={t('parallel.drifted', { count: drifts.length })}
        >
          <DriftList drifts={drifts} sides={{ ours: file.reference, theirs: other.reference }} />
        </Notice>
      ))}
      {may.changeDetails && (
        <details className="more" open={state !== null}>
          <summary>{t('file.parallel.link')}</summary>
          <PortalForm id="link" state={state} hidden={{ act: 'link' }}>
            <p className="field__hint">{t('file.parallel.tells')}</p>
            <TextField
              name="reference"
              label={t('file.parallel.reference')}
              hint={t('file.parallel.hint')}
              width="short"
            />
            <Button>{t('file.parallel.link')}</Button>
          </PortalForm>
        </details>
      )}
    </Panel>
  )
}
