import type { MetaFunction } from '@remix-run/node'
import { useLocale } from '#app/components/locale.tsx'
import { compareKeys } from '#app/components/comments/compare-key-list.ts'
import { roomKeys } from '#app/components/comments/room-key-list.ts'
import { tableKeys } from '#app/components/comments/table-key-list.ts'
import { editorKeys } from '#app/components/editor/editor-key-list.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StepsTable } from '#app/components/steps-table.tsx'
import { Table } from '#app/components/table.tsx'
import type { MessageKey } from '#app/messages/messages.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('help.title'))

interface Part {
  id: string
  title: MessageKey
  shape: 'paragraphs' | 'list'
  intro?: MessageKey
  words: readonly MessageKey[]
}

const before: readonly Part[] = [
  {
    id: 'what',
    title: 'help.what.title',
    shape: 'paragraphs',
    words: ['help.what.1', 'help.what.2'],
  },
  {
    id: 'record',
    title: 'help.record.title',
    shape: 'list',
    words: [
      'help.record.1',
      'help.record.2',
      'help.record.3',
      'help.record.4',
      'help.record.5',
      'help.record.6',
    ],
  },
]

const after: readonly Part[] = [
  {
    id: 'dates',
    title: 'help.dates.title',
    shape: 'list',
    intro: 'help.dates.intro',
    words: [
      'help.dates.item.1',
      'help.dates.item.2',
      'help.dates.item.3',
      'help.dates.item.4',
      'help.dates.item.5',
      'help.dates.item.6',
      'help.dates.item.7',
    ],
  },
  {
    id: 'lanes',
    title: 'help.lanes.title',
    shape: 'paragraphs',
    words: ['help.lanes.1', 'help.lanes.2', 'help.lanes.3'],
  },
  {
    id: 'discussing',
    title: 'help.discussing.title',
    shape: 'list',
    words: [
      'help.discussing.1',
      'help.discussing.2',
      'help.discussing.3',
      'help.discussing.4',
      'help.discussing.5',
      'help.discussing.6',
    ],
  },
  {
    id: 'drafting',
    title: 'help.drafting.title',
    shape: 'list',
    words: ['help.drafting.1', 'help.drafting.2', 'help.drafting.3', 'help.drafting.4'],
  },
  {
    id: 'article-10',
    title: 'help.article-10.title',
    shape: 'paragraphs',
    words: ['help.article-10.1', 'help.article-10.2'],
  },
  {
    id: 'keyboard',
    title: 'help.keyboard.title',
    shape: 'paragraphs',
    words: ['help.keyboard.1', 'help.keyboard.2'],
  },
]

const contents: readonly { id: string; title: MessageKey }[] = [
  ...before,
  { id: 'steps', title: 'help.steps.title' },
  ...after,
  { id: 'proof', title: 'help.proof.title' },
  { id: 'keys', title: 'help.keys.title' },
  { id: 'sources', title: 'help.sources.title' },
]

export default function Help() {
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('help.title')} intro={<p>{t('help.intro')}</p>} />
      <Columns>
        <div>
          {before.map((part) => (
            <HelpPart key={part.id} {...part} />
          ))}
          <Section id="steps" title={t('help.steps.title')} intro={t('help.steps.intro')}>
            <StepsTable />
          </Section>
          {after.map((part) => (
            <HelpPart key={part.id} {...part} />
          ))}
          <Section id="proof" title={t('help.proof.title')}>
            <div className="prose">
              <p>{t('help.proof.1')}</p>
              <p>{t('help.proof.2')}</p>
              <p>{t('help.proof.3')}</p>
              <p>
                <a href="/checkpoint.txt">{t('help.proof.take')}</a>
              </p>
            </div>
          </Section>
          <Section id="keys" title={t('help.keys.title')} intro={t('help.keys.note')}>
            <KeysTable caption={t('help.keys.drafting')} keys={editorKeys} />
            <KeysTable caption={t('help.keys.room')} keys={roomKeys} />
            <KeysTable caption={t('help.keys.table')} keys={tableKeys} />
            <KeysTable caption={t('help.keys.redline')} keys={compareKeys} />
          </Section>
          <Sources />
        </div>
        <div className="beside-first">
          <Panel title={t('help.toc')}>
            <ul className="plain-list link-list">
              {contents.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{t(title)}</a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </Columns>
    </Page>
  )
}

function HelpPart({ id, title, shape, intro, words }: Part) {
  const { t } = useLocale()
  return (
    <Section id={id} title={t(title)} intro={intro && t(intro)}>
      <div className="prose">
        {shape === 'list' ? (
          <ul>
            {words.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        ) : (
          words.map((key) => <p key={key}>{t(key)}</p>)
        )}
      </div>
    </Section>
  )
}

interface KeysTableProps {
  caption: string
  keys: readonly { keys: string; words: MessageKey }[]
}

function KeysTable({ caption, keys }: KeysTableProps) {
  const { t } = useLocale()
  return (
    <Table
      caption={caption}
      rows={keys}
      rowKey={({ words }) => words}
      columns={[
        {
          key: 'key',
          heading: t('help.keys.key'),
          isNarrow: true,
          cell: ({ keys }) => <kbd>{keys}</kbd>,
        },
        { key: 'does', heading: t('help.keys.does'), cell: ({ words }) => t(words) },
      ]}
    />
  )
}

const sources = ['regulation', 'recommendation', 'compilation', 'white-paper'] as const

const FORCE = {
  regulation: 'help.source.yes',
  recommendation: 'help.source.no',
  compilation: 'help.source.publication',
  'white-paper': 'help.source.no',
} as const

function Sources() {
  const { t } = useLocale()
  return (
    <Section id="sources" title={t('help.sources.title')}>
      <Table
        caption={t('help.sources.caption')}
        isCaptionHidden
        columns={[
          { key: 'act', heading: t('help.source.act'), cell: (key) => t(`help.source.${key}`) },
          {
            key: 'reference',
            heading: t('help.source.reference'),
            cell: (key) => t(`help.source.${key}.reference`),
          },
          { key: 'force', heading: t('help.source.force'), cell: (key) => t(FORCE[key]) },
          {
            key: 'role',
            heading: t('help.source.role'),
            cell: (key) => t(`help.source.${key}.role`),
          },
        ]}
        rows={sources}
        rowKey={(key) => key}
      />
    </Section>
  )
}
