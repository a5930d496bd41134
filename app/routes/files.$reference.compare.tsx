import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ChangeSteps } from '#app/components/comments/change-steps.tsx'
import { isChange } from '#app/components/comments/change-words.ts'
import { Redline } from '#app/components/comments/comparison.tsx'
import { ParameterChanges } from '#app/components/comments/parameter-changes.tsx'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { RoomOrTrace } from '#app/components/comments/room-or-trace.tsx'
import { roomTitle } from '#app/components/comments/room-title.ts'
import { Downloads } from '#app/components/downloads.tsx'
import { Select } from '#app/components/field.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { numberIn, requireReference } from '#app/http/reference.server.ts'
import { type RoomAnswer, traceOf } from '#app/http/room-answer.server.ts'
import { type Comparison, findComparison } from '#app/queries/comparison.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (words) =>
    roomTitle<Comparison>(words, data, ({ before, after }) =>
      words.t('compare.title', { from: before.number, to: after.number }),
    ),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const asked = { from: numberIn(searchParams, 'from'), to: numberIn(searchParams, 'to') }
  const reference = requireReference(params)
  const found = await findComparison(context.deps, actor, reference, asked)
  return json<RoomAnswer<Comparison>>(
    found.ok
      ? { room: found.comparison, trace: null }
      : await traceOf(
          context.deps,
          actor,
          found,
          reference,
          found.field === 'from' ? asked.from : asked.to,
        ),
  )
}

const views = ['redline', 'original', 'result'] as const

export default function Compare() {
  const answer: RoomAnswer<Comparison> = useLoaderData<typeof loader>()
  return <RoomOrTrace answer={answer}>{(both) => <OpenComparison comparison={both} />}</RoomOrTrace>
}

function OpenComparison({ comparison }: { comparison: Comparison }) {
  const { t } = useLocale()
  const [parameters] = useSearchParams()
  const view = views.find((one) => one === parameters.get('view')) ?? 'redline'
  const isShort = parameters.get('only') === 'changes'
  const { before, after, lines } = comparison
  const texts = { lines, kind: comparison.version.kind, language: after.language }
  const numbers = { from: before.number, to: after.number }
  return (
    <Page>
      <RoomHeader room={comparison} name={t('compare.title', numbers)} />
      <Choose comparison={comparison} />
      <Downloads
        links={[
          {
            href: `compare.docx?from=${before.number}&to=${after.number}`,
            label: t('paper.word-redline'),
          },
        ]}
      />
      <p>{t('compare.intro', { ...numbers, count: lines.filter(isChange).length })}</p>
      <Section title={t('compare.parameters')}>
        <ParameterChanges texts={texts} />
      </Section>
      <Section
        title={t('compare.text')}
        actions={<Views comparison={comparison} view={view} isShort={isShort} />}
      >
        {view === 'redline' && (
          <ChangeSteps texts={texts}>
            <Redline texts={texts} isShort={isShort} />
          </ChangeSteps>
        )}
        {view === 'original' && (
          <FrozenText content={before.content} lang={before.language} headingLevel={3} />
        )}
        {view === 'result' && (
          <FrozenText content={after.content} lang={after.language} headingLevel={3} />
        )}
      </Section>
    </Page>
  )
}

/** Any two versions; the earlier one need not be the one just before. */
function Choose({ comparison: { before, after, versions } }: { comparison: Comparison }) {
  const { t } = useLocale()
  const options = versions.map(({ number, kind }) => ({
    value: String(number),
    label: t('comments.version', { kind: t(`terms.version-kind.${kind}`), number }),
  }))
  return (
    <Form method="get" className="choose">
      <Select
        name="from"
        label={t('compare.from')}
        defaultValue={before.number}
        options={options}
      />
      <Select name="to" label={t('compare.to')} defaultValue={after.number} options={options} />
      <Button>{t('compare.show')}</Button>
    </Form>
  )
}

interface ViewsProps {
  comparison: Comparison
  view: (typeof views)[number]
  isShort: boolean
}

function Views({ comparison: { before, after }, view, isShort }: ViewsProps) {
  const { t } = useLocale()
  const pair = `from=${before.number}&to=${after.number}`
  const links = [
    {
      key: 'redline',
      to: `?${pair}`,
      label: t('compare.view.redline'),
      isHere: view === 'redline' && !isShort,
    },
    {
      key: 'changes',
      to: `?${pair}&only=changes`,
      label: t('compare.view.changes'),
      isHere: view === 'redline' && isShort,
    },
    {
      key: 'original',
      to: `?${pair}&view=original`,
      label: t('compare.view.original', { number: before.number }),
      isHere: view === 'original',
    },
    {
      key: 'result',
      to: `?${pair}&view=result`,
      label: t('compare.view.result', { number: after.number }),
      isHere: view === 'result',
    },
  ]
  return (
    <nav aria-label={t('compare.view')} className="views">
      {links.map(({ key, to, label, isHere }) => (
        <Link key={key} to={to} preventScrollReset aria-current={isHere ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
