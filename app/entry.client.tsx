import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { noticingNoAnswer } from './components/no-answer.ts'
import { PageFactsProvider } from './components/page-facts.ts'

window.fetch = noticingNoAnswer(window.fetch.bind(window))

const told = document.querySelector<HTMLMetaElement>('meta[name=incident]')
const incident = told?.content ?? ''
const isAway = told?.dataset.isAway !== undefined

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageFactsProvider value={{ nonce: '', incident, isAway, hasScripts: true }}>
        <RemixBrowser />
      </PageFactsProvider>
    </StrictMode>,
  )
})
