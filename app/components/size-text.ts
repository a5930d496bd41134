import type { LocaleFormat } from '#app/messages/format.ts'

/** `820 kB`, `1.4 MB`: in steps of a thousand, as the units say. */
export function sizeText({ t, number }: Pick<LocaleFormat, 't' | 'number'>, bytes: number): string {
  if (bytes < 1000) return t('common.size.bytes', { size: number(bytes) })
  if (bytes < 1_000_000) {
    return t('common.size.kilobytes', { size: number(Math.round(bytes / 1000)) })
  }
  return t('common.size.megabytes', {
    size: number(bytes / 1_000_000, { maximumFractionDigits: 1 }),
  })
}
