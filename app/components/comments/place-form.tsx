import { useMemo, useState } from 'react'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { elementsOf } from '#app/text/elements.ts'
import { Checkbox } from '../choices.tsx'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { DisclosedForm } from './disclosure.tsx'
import { usePlaceNames } from './place-name.ts'
import type { RoomFacts } from './room-facts.ts'

/** Letters of a place’s own words that are shown beside its name. */
const shown = 60

/** Where a thread belongs whose place could not be found. */
export function PlaceForm({ room, thread }: { room: RoomFacts; thread: ThreadView }) {
  const { t } = useLocale()
  const [first] = thread.comments
  if (!first) return null
  return (
    <DisclosedForm
      act="place-thread"
      label={t('comments.place-choose')}
      save={t('comments.place-save')}
      className="answer"
      hidden={{ comment: first.id, thread: thread.id }}
    >
      <WhereOrGone room={room} guess={thread.place?.elementId} />
    </DisclosedForm>
  )
}

interface PlacesProps {
  room: RoomFacts
  /** What comes nearest, so far. */
  guess: string | undefined
}

/** Words that are gone are nowhere, whatever the list shows. */
function WhereOrGone(props: PlacesProps) {
  const { t } = useLocale()
  const [isGone, setIsGone] = useState(false)
  return (
    <>
      <Places {...props} isDisabled={isGone} />
      <Checkbox name="isGone" label={t('comments.place-is-gone')} onCheck={setIsGone} />
    </>
  )
}

function Places({ room, guess, isDisabled }: PlacesProps & { isDisabled: boolean }) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames(room.version.kind)
  const options = useMemo(
    () =>
      elementsOf(room.content).map((element) => {
        const words = element.text.replaceAll(/\s+/g, ' ').trim().slice(0, shown)
        return { value: element.id, label: `${nameOf(element)}: ${words}` }
      }),
    [room.content, nameOf],
  )
  return (
    <Select
      name="element"
      label={t('comments.place-where')}
      hint={t('comments.place-hint')}
      options={options}
      defaultValue={guess}
      emptyLabel={t('comments.place-none')}
      disabled={isDisabled}
    />
  )
}
