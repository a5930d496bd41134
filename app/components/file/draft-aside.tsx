import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import type { Remark } from '#app/queries/draft-room.server.ts'
import type { Content } from '#app/text/content.ts'
import { type FileFacts, readiness } from '#app/text/readiness.ts'
import { Proposal } from '../comments/proposal.tsx'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { ReadinessPanel } from './readiness-panel.tsx'

interface DraftAsideProps {
  facts: Omit<FileFacts, 'content'>
  /** The text as it stands on the screen; null while it is being opened. */
  content: Content | null
  lastShared: number | null
  remarks: readonly Remark[]
  /** Of the file. */
  path: string
}

/** Beside the draft: how ready it is, and what was said about the version shared last. */
export function DraftAside({ facts, content, lastShared, remarks, path }: DraftAsideProps) {
  const { t } = useLocale()
  const ready = useMemo(() => content && readiness({ ...facts, content }), [facts, content])
  const room = `${path}/versions/${lastShared}`
  return (
    <>
      {ready && (
        <Panel title={t('draft.readiness')}>
          <ReadinessPanel ready={ready} />
        </Panel>
      )}
      <Panel title={t('draft.comments')}>
        {lastShared === null ? (
          <p>{t('draft.comments.none')}</p>
        ) : (
          <>
            <p>
              <Link to={room}>{t('draft.comments.link', { number: lastShared })}</Link>
            </p>
            <p>
              <Link to={`${path}/proposals`}>{t('proposals.title')}</Link>
            </p>
            <Remarks remarks={remarks} room={room} language={facts.language} />
          </>
        )}
      </Panel>
    </>
  )
}

interface RemarksProps {
  remarks: readonly Remark[]
  /** The address of the comments room. */
  room: string
  language: string
}

function Remarks({ remarks, room, language }: RemarksProps) {
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames('draft')
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={remark.id}>
          <p className="remarks__head">
            <StateChip code={remark.delegation} />{' '}
            <Link to={`${room}#comment-${remark.id}`}>{threadPlace(remark.thread)}</Link>{' '}
            <StatusLabel tone={remark.outcome ? 'neutral' : 'attention'}>
              {remark.outcome ? t(`terms.outcome.${remark.outcome}`) : t('draft.comments.open')}
            </StatusLabel>
          </p>
          {remark.body && <p>{remark.body}</p>}
          <Proposal room={{ version: { language } }} thread={remark.thread} comment={remark} />
        </li>
      ))}
    </ul>
  )
}
