import { Button } from '../button.tsx'
import { Select, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'

/** The positions on paper, in the Council's manner: in which order, and with or without names. */
export function PositionsPrint({ version }: { version: number }) {
  const { t } = useLocale()
  return (
    <Section id="paper" title={t('paper.print-positions')}>
      <form method="get" action="positions.docx" className="choose">
        <input type="hidden" name="version" value={version} />
        <TextField
          name="first"
          label={t('paper.first')}
          hint={t('paper.first-hint')}
          isOptional
          maxLength={120}
        />
        <Select
          name="names"
          label={t('paper.names')}
          options={[
            { value: 'on', label: t('paper.names-on') },
            { value: 'off', label: t('paper.names-off') },
          ]}
        />
        <Button>{t('paper.as-word')}</Button>
        <Button formAction="positions.pdf">{t('paper.as-pdf')}</Button>
      </form>
    </Section>
  )
}
