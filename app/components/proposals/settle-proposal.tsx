import { useFetcher, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import type { ProposalToSettle } from '#app/queries/proposals.server.ts'
import { type ChangedLine, keepWritten } from '#app/text/kept-words.ts'
import type { Slice } from '#app/text/slice.ts'
import { Button } from '../button.tsx'
import { type DiscussionAnswer, useSent } from '../comments/answer.ts'
import { useFormKey } from '../comments/form-key.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { TextArea } from '../field.tsx'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { ProposedLines } from './proposed-lines.tsx'
import { SliceField } from './slice-field.tsx'
import { ThreeTexts } from './three-texts.tsx'

interface SettleProposalProps {
  page: ProposalToSettle
  /** Where to go once it is taken up. */
  done: string
}

/** What was proposed beside what stands there now, and the wording that the owner confirms. */
export function SettleProposal({ page, done }: SettleProposalProps) {
  const { t, stateName } = useLocale()
  const { threadPlace } = usePlaceNames(page.room.version.kind)
  const { comment, thread, now, room } = page
  const state = stateName(comment.delegation)
  const navigate = useNavigate()
  const fetcher = useFetcher<DiscussionAnswer>()
  // Here, and not in the form: that is gone as soon as the page is told that it has been taken up.
  useSent(fetcher, () => navigate(done))
  return (
    <>
      <h2>
        <StateChip code={comment.delegation} />{' '}
        {t('proposals.of', { code: comment.delegation, state, place: threadPlace(thread) })}
      </h2>
      {comment.body && <p className="comment__body">{comment.body}</p>}
      {now ? (
        <ThreeTexts
          frame={page.frame}
          label={page.label}
          version={room.version}
          delegation={comment.delegation}
          now={now}
        />
      ) : (
        <ProposedLines lines={page.lines} lang={room.version.language} />
      )}
      {now && comment.may.takeUp && <SettleForm page={page} now={now} fetcher={fetcher} />}
    </>
  )
}

type Now = NonNullable<ProposalToSettle['now']>

interface SettleFormProps extends Pick<SettleProposalProps, 'page'> {
  now: Now
  fetcher: ReturnType<typeof useFetcher<DiscussionAnswer>>
}

function SettleForm({ page, now, fetcher }: SettleFormProps) {
  const { t, stateName } = useLocale()
  const key = useFormKey(fetcher)
  const { start, changed, setWritten } = useEntered(now)
  const { comment, frame, room } = page
  if (!frame) return null
  return (
    <Section id="settle" title={t('proposals.settle-title')}>
      <p>{t('proposals.settle-about', { state: stateName(comment.delegation) })}</p>
      <PortalForm
        fetcher={fetcher}
        hidden={{ act: 'take-up', key, comment: comment.id, seen: now.hash }}
        state={fetcher.data}
      >
        {changed && <DraftChanged changed={changed} language={room.version.language} />}
        <SliceField
          key={now.hash}
          title={t('proposals.settle-entered')}
          name="entered"
          slice={start}
          frame={frame}
          label={page.label}
          language={room.version.language}
          onWrite={setWritten}
        />
        <TextArea name="reason" label={t('comments.answer-reason')} isOptional rows={2} />
        <div className="actions">
          <Button kind="final" disabled={fetcher.state !== 'idle'}>
            {t('proposals.settle-confirm')}
          </Button>
        </div>
      </PortalForm>
    </Section>
  )
}

/** What the draft says now, where it was changed while the owner wrote. */
function DraftChanged({
  changed,
  language,
}: {
  changed: readonly ChangedLine[]
  language: string
}) {
  const { t } = useLocale()
  const isDisputed = changed.some((line) => line.isDisputed)
  return (
    <Notice kind="warning" title={t('proposals.settle-changed')} isLive>
      <p>{t(isDisputed ? 'proposals.settle-changed-same' : 'proposals.settle-changed-beside')}</p>
      <ul>
        {changed.map(({ id, now }) => (
          <li key={id}>
            {t('proposals.settle-now-says')}{' '}
            {now ? <q lang={language}>{now}</q> : t('proposals.settle-nothing')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/**
 * What the editor begins with. When the draft was changed meanwhile, all that the owner wrote stays as
 * it is; what was changed beside it comes in, and what the draft says now is told.
 */
function useEntered(now: Now) {
  const [known, setKnown] = useState<{
    now: Now
    start: Slice
    changed: readonly ChangedLine[] | null
  }>({ now, start: now.merged.slice, changed: null })
  const [written, setWritten] = useState<Slice>(now.merged.slice)
  if (known.now.hash !== now.hash) {
    const { slice, changed } = keepWritten(known.now.now, now.now, written)
    setKnown({ now, start: slice, changed })
    setWritten(slice)
  }
  return { start: known.start, changed: known.changed, setWritten }
}
