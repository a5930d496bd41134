import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '#app/http/csv.ts'
import { decodeTable, readCsv } from '#app/text/read-csv.ts'

const decoded = (csv: string) => readCsv(decodeTable(new TextEncoder().encode(csv)) ?? '')

describe('a table that comes back', () => {
  it('has the cells that went out, formulae and quotes included', () => {
    const cells = [
      ['entry', '= 5 nm', '-40 °C', '@sum', "'quoted'"],
      ['a "b", c;d', '≤ 1,50 nm', '  ', '+1', "it's"],
    ]
    const [heading, line] = cells
    expect(decoded(toCsv(cells))).toEqual([heading, line?.map((cell) => cell.trim())])
  })

  it('is read as what it says, whatever that is', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const kept = rows.filter((row) => row.some((text) => text !== ''))
        // An apostrophe before a formula is taken for ours.
        fc.pre(!rows.flat().some((text) => /^'\s*[=+\-@＝＋－＠|%]/u.test(text)))
        expect(decoded(toCsv([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...kept])
      }),
    )
  })

  it('may be parted by semicolons or tabs, and have quotes or none', () => {
    const table = [
      ['a', 'b', 'c'],
      ['1', 'two words', ''],
    ]
    expect(readCsv('a;b;c\n1;two words;\n')).toEqual(table)
    expect(readCsv('a\tb\tc\r\n1\t"two words"\t')).toEqual(table)
    expect(readCsv('"a","b","c"\r\n\r\n"1","two words",""')).toEqual(table)
  })

  it('that is broken or longer than any of ours is none', () => {
    expect(readCsv('a,b\n"open,2')).toBeNull()
    expect(readCsv('a,b\n"x"y,2')).toBeNull()
    expect(readCsv(`${'a,'.repeat(30)}b`)).toBeNull()
    expect(readCsv('a\n'.repeat(60_000))).toBeNull()
    expect(decodeTable(new Uint8Array([0x61, 0xff, 0x62]))).toBeNull()
  })
})
