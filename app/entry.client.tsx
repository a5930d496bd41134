import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { PageFactsProvider } from './components/page-facts.ts'

const incident = document.querySelector<HTMLMetaElement>('meta[name=incident]')?.content ?? ''

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageFactsProvider value={{ nonce: '', incident }}>
        <RemixBrowser />
      </PageFactsProvider>
    </StrictMode>,
  )
})
