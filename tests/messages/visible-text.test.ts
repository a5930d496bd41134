import { describe, expect, it } from 'vitest'
import { parseFolder, parseText } from './tsx.ts'
import { literalWords } from './visible-text.ts'

const wordsIn = (jsx: string) => literalWords(parseText('page.tsx', `const page = ${jsx}`))

describe('visible text', () => {
  it('comes from the catalogue on every screen', () => {
    expect(parseFolder('app').flatMap(literalWords)).toEqual([])
  })

  it('is noticed where it is written into the page', () => {
    expect(wordsIn('<p>Share</p>')).toEqual(['page.tsx:1: Share'])
    expect(wordsIn("<p>{'Share'}</p>")).toHaveLength(1)
    expect(wordsIn('<p>{`Version ${number}`}</p>')).toHaveLength(1)
    expect(wordsIn("<p>{isOpen ? 'Open' : 'Closed'}</p>")).toHaveLength(2)
    expect(wordsIn("<p>{name ?? 'Nobody'}</p>")).toHaveLength(1)
    expect(wordsIn('<input aria-label="Search" />')).toHaveLength(1)
    expect(wordsIn("<Field label={'Title'} />")).toHaveLength(1)
    expect(wordsIn('<img alt={isNew ? "New" : ""} />')).toHaveLength(1)
  })

  it('is not seen in names, classes and signs', () => {
    expect(wordsIn('<p className="lead">{t("home.title")} · 12 %&nbsp;</p>')).toEqual([])
    expect(wordsIn("<p>{kind === 'draft' && <b>{t('a.b')}</b>}</p>")).toEqual([])
    expect(wordsIn('<a href="/home" rel="next">{title}</a>')).toEqual([])
  })
})
