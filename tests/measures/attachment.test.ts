import { describe, expect, it } from 'vitest'
import { attachmentName } from '#app/measures/attachment.ts'

const pdf = 'application/pdf'

describe('the name of an attachment', () => {
  it('is cut between characters, never through one', () => {
    expect(attachmentName(`${'a'.repeat(119)}🛡.pdf`, pdf)).toBe(`${'a'.repeat(119)}.pdf`)
    expect(attachmentName(`${'a'.repeat(118)}🛡🛡.pdf`, pdf)).toBe(`${'a'.repeat(118)}🛡.pdf`)
    // An e and its accent apart, as some file systems write it, are one character.
    expect(attachmentName(`${'a'.repeat(119)}e\u0301.pdf`, pdf)).toBe(`${'a'.repeat(119)}.pdf`)
  })

  it('stays bounded where one character is made of endless marks', () => {
    expect(attachmentName(`e${'\u0301'.repeat(500)}.pdf`, pdf)).toBe('attachment.pdf')
  })

  it('ends in a letter and not in the space before what was cut', () => {
    expect(attachmentName(`${'a'.repeat(119)} annex.pdf`, pdf)).toBe(`${'a'.repeat(119)}.pdf`)
  })
})
