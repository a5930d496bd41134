import { Form, Link, useNavigate, useSearchParams } from '@remix-run/react'
import { useEffect, useId, useState } from 'react'
import type { Moment } from '#app/queries/draft-moments.ts'
import { Button } from '../button.tsx'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'

/** So long after the slider was moved last the moment is opened. */
const rest = 300

interface MomentChoiceProps {
  moments: readonly Moment[]
  /** The update up to which the text is shown. */
  seq: number
}

/** A moment of the draft's life: by slider, from a list, or one step back or on. */
export function MomentChoice({ moments, seq }: MomentChoiceProps) {
  const { t } = useLocale()
  const nameOf = useMomentNames()
  const [parameters] = useSearchParams()
  // An address may name any update; the moment shown is then the one that it belongs to.
  const found = moments.findIndex((moment) => moment.seq >= seq)
  const at = found === -1 ? moments.length - 1 : found
  const addressOf = (moment: Moment | undefined) => {
    const address = new URLSearchParams(parameters)
    address.set('at', String(moment?.seq ?? seq))
    return `?${address}`
  }
  const steps = [
    { key: 'back', moment: moments[at - 1], label: t('authors.earlier') },
    { key: 'on', moment: moments[at + 1], label: t('authors.later') },
  ]
  return (
    <>
      <Form method="get" className="choose" preventScrollReset>
        <Select
          key={seq}
          name="at"
          label={t('authors.moment')}
          defaultValue={moments[at]?.seq}
          options={moments
            .map((moment) => ({ value: String(moment.seq), label: nameOf(moment) }))
            .toReversed()}
        />
        {parameters.get('deleted') === 'off' && <input type="hidden" name="deleted" value="off" />}
        <Button>{t('authors.show')}</Button>
      </Form>
      <MomentSlider
        key={`${seq} ${moments.length}`}
        moments={moments}
        at={at}
        addressOf={addressOf}
      />
      <nav aria-label={t('authors.steps')} className="views">
        {steps.map(({ key, moment, label }) =>
          moment ? (
            <Link key={key} to={addressOf(moment)} preventScrollReset>
              {label}
            </Link>
          ) : (
            <span key={key} className="soft">
              {label}
            </span>
          ),
        )}
      </nav>
    </>
  )
}

interface MomentSliderProps {
  moments: readonly Moment[]
  at: number
  addressOf: (moment: Moment | undefined) => string
}

/** It needs a script, as the list beside it does not. */
function MomentSlider({ moments, at, addressOf }: MomentSliderProps) {
  const { t } = useLocale()
  const nameOf = useMomentNames()
  const navigate = useNavigate()
  const id = useId()
  const [chosen, setChosen] = useState(at)
  const address = addressOf(moments[chosen])
  useEffect(() => {
    if (chosen === at) return
    const timer = setTimeout(() => {
      navigate(address, { replace: true, preventScrollReset: true })
    }, rest)
    return () => clearTimeout(timer)
  }, [chosen, at, address, navigate])
  const moment = moments[chosen]
  if (!moment || moments.length < 2) return null
  return (
    <div className="slider">
      <label htmlFor={id}>{t('authors.slider')}</label>
      <input
        id={id}
        type="range"
        data-moments
        min={0}
        max={moments.length - 1}
        value={chosen}
        aria-valuetext={nameOf(moment)}
        onChange={({ currentTarget: { value } }) => setChosen(Number(value))}
      />
      <output htmlFor={id}>{nameOf(moment)}</output>
    </div>
  )
}

/** `21 November 2026, 14:05, Anna Bos: version 2` */
function useMomentNames() {
  const { t, dateTime } = useLocale()
  return ({ at, name, version }: Moment) =>
    version === null
      ? t('authors.moment-name', { when: dateTime(at), name })
      : t('authors.moment-version', { when: dateTime(at), name, number: version })
}
