import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '#app/components/locale.tsx'
import { NotTakenList } from '#app/components/word/not-taken-list.tsx'

it('what could not be taken over of a document names who did it, where it says so', () => {
  const shown = renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-24T10:00:00Z">
      <NotTakenList
        notTaken={[
          { kind: 'tracked-merge', count: 1, samples: [], authors: ['Ana Silva'] },
          { kind: 'tracked-look', count: 3, samples: ['bold'], authors: ['Ana', 'Bob Dupont'] },
          { kind: 'picture', count: 1, samples: [] },
        ]}
      />
    </LocaleProvider>,
  )
  expect(shown).toContain('that is not brought in (by Ana Silva)<')
  expect(shown).toContain('look as after them (by Ana and Bob Dupont)<')
  expect(shown).toContain('<li>1 picture</li>')
})
