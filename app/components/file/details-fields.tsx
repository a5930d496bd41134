import { type Ground, grounds, markings } from '#app/measures/measure.ts'
import { CheckboxGroup } from '../choices.tsx'
import { Select, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'

interface DetailsFieldsProps {
  title?: string
  grounds?: readonly Ground[]
  marking?: string
  contact?: string
}

/** What a file says about itself: title, grounds, marking, contact. */
export function DetailsFields(details: DetailsFieldsProps) {
  const { t } = useLocale()
  return (
    <>
      <TextField
        name="title"
        label={t('files.new.subject')}
        hint={t('files.new.subject-hint')}
        defaultValue={details.title}
      />
      <CheckboxGroup
        name="grounds"
        label={t('files.new.grounds')}
        hint={t('files.new.grounds-hint')}
        defaultValues={details.grounds}
        choices={grounds.map((value) => ({ value, label: t(`terms.ground.${value}`) }))}
      />
      <Select
        name="marking"
        label={t('files.new.marking')}
        hint={t('files.new.marking-hint')}
        defaultValue={details.marking ?? 'none'}
        options={markings.map((value) => ({ value, label: t(`terms.marking.${value}`) }))}
      />
      <TextField
        name="contact"
        label={t('files.new.contact')}
        hint={t('files.new.contact-hint')}
        isOptional
        defaultValue={details.contact}
      />
    </>
  )
}
