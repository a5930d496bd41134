import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Outlet, RouterProvider, createMemoryRouter, useActionData } from 'react-router-dom'
import { Announcements, useAnnounce } from '#app/components/announcements.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Checkbox, RadioGroup } from '#app/components/choices.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { DatesTimeline } from '#app/components/dates-timeline.tsx'
import { DelegationChoice } from '#app/components/delegation-choice.tsx'
import { ElapsedDays } from '#app/components/elapsed-days.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Facets } from '#app/components/facets.tsx'
import { Facts } from '#app/components/facts.tsx'
import { DateField, FileField, Select, TextArea, TextField } from '#app/components/field.tsx'
import { FileBox } from '#app/components/file-box.tsx'
import type { FormState } from '#app/components/form-state.ts'
import { PortalForm } from '#app/components/form.tsx'
import { Hash } from '#app/components/hash.tsx'
import { History } from '#app/components/history.tsx'
import { Lane } from '#app/components/lane.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { Shell } from '#app/components/shell.tsx'
import { StateChip, StateChips } from '#app/components/state-chip.tsx'
import { StatusLabel, StepLabel } from '#app/components/status-label.tsx'
import { Table } from '#app/components/table.tsx'
import { Tabs } from '#app/components/tabs.tsx'
import { DateText } from '#app/components/when.tsx'
import { formatFor } from '#app/messages/format.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'

const hash = '9f2c1ab47d3e5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd'

/** Every part of the portal on one page, for the eye, for axe and for the keyboard. */
function Gallery() {
  return (
    <Page>
      <PageHeader
        title="Amendment of the regulation on advanced semiconductor manufacturing equipment"
        crumbs={[
          { label: 'Home', to: '/home' },
          { label: 'Files', to: '/files' },
        ]}
        reference="2026/NL/0001"
        kind="Amendment of a national control list, Netherlands"
        labels={
          <>
            <StepLabel basis="voluntary" source="Recommendation 2025/683, from summaries">
              Shared for comments
            </StepLabel>
            <StepLabel basis="legal" source="Article 9(2)">
              Notified
            </StepLabel>
            <StatusLabel tone="attention">Awaiting your release</StatusLabel>
            <StatusLabel tone="inner">Inside your delegation only</StatusLabel>
            <StatusLabel tone="ended">Recalled</StatusLabel>
            <StatusLabel tone="good">Hash agrees</StatusLabel>
            <StatusLabel tone="bad">Hash differs</StatusLabel>
            <StatusLabel>Version 2</StatusLabel>
          </>
        }
        actions={
          <>
            <ButtonLink to="/files/2026-NL-0001/compare">Compare versions</ButtonLink>
            <ButtonLink to="/files/2026-NL-0001/draft" kind="primary">
              Open the draft
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label="Parts of the file"
        tabs={[
          { label: 'Overview', to: '/' },
          { label: 'Comments', to: '/comments', count: 34 },
          { label: 'Compiled table', to: '/table' },
          { label: 'Positions', to: '/positions', count: 6 },
          { label: 'Record', to: '/record' },
        ]}
      />
      <Section title="Steps in law">
        <DatesTimeline label="Steps in law" basis="legal" facts={legalFacts} />
      </Section>
      <Section title="Voluntary steps">
        <DatesTimeline label="Voluntary steps" basis="voluntary" facts={voluntaryFacts} />
      </Section>
      <Tables />
      <Lanes />
      <Filters />
      <Forms />
    </Page>
  )
}

const legalFacts = [
  {
    key: 'adopted',
    label: 'Adopted',
    date: '2026-10-30',
    source: 'National law',
    detail: <ElapsedDays since="adopted" date="2026-10-30" />,
  },
  { key: 'gazetted', label: 'Gazetted', date: '2026-11-04', source: 'Staatscourant' },
  { key: 'in-force', label: 'In force', date: '2026-12-01', source: 'National law' },
  { key: 'notified', label: 'Notified', date: null, source: 'Article 9(2)' },
  { key: 'published', label: 'Published, C series', date: null, source: 'Article 9(4), 1st' },
  { key: 'compiled', label: 'In the compilation', date: null, source: 'Article 9(4), 2nd' },
  { key: 'ended', label: 'Repealed or expired', date: null, source: 'Article 9(3)' },
]

const voluntaryFacts = [
  {
    key: 'notice',
    label: 'Early notice',
    date: '2026-03-02',
    source: 'Recommendation 2025/683, from summaries',
  },
  {
    key: 'shared',
    label: 'Shared for comments',
    date: '2026-06-15',
    source: 'Recommendation 2025/683, from summaries',
  },
  {
    key: 'asked',
    label: 'Comments requested by',
    date: null,
    source: 'Date chosen by the Netherlands',
  },
]

const rows = [
  { state: 'DE', stance: 'Comments', entries: '3B801.a.4', number: 12, date: '2026-07-01' },
  { state: 'EL', stance: 'No comments', entries: 'All', number: 0, date: '2026-07-03' },
  { state: 'FR', stance: 'Supports', entries: '3B801.f.6', number: 1234, date: null },
  { state: 'COM', stance: 'Question', entries: '3D809', number: 3, date: '2026-07-09' },
] as const

function Tables() {
  return (
    <Columns>
      <div>
        <Section title="Who stands where" actions={<ButtonLink to="/positions">All</ButtonLink>}>
          <Table
            caption="Positions on version 2, in protocol order"
            columns={[
              { key: 's', heading: 'State', cell: (row) => <StateChip code={row.state} isNamed /> },
              { key: 'p', heading: 'Position', cell: (row) => row.stance },
              {
                key: 'e',
                heading: 'Entries',
                cell: (row) => <span className="code">{row.entries}</span>,
              },
              {
                key: 'c',
                heading: 'Comments',
                cell: (row) => formatFor('en').number(row.number),
                isNumeric: true,
                isNarrow: true,
              },
              {
                key: 'd',
                heading: 'Released',
                cell: (row) => <DateText value={row.date} />,
                isNarrow: true,
              },
            ]}
            rows={rows}
            rowKey={(row) => row.state}
            rowState={(row) => (row.state === 'COM' ? 'new' : undefined)}
          />
          <Pagination page={3} pageSize={25} total={1204} />
        </Section>
        <Section title="History">
          <History
            label="History of the file"
            items={[
              {
                id: '3',
                at: '2026-07-03T08:11:00Z',
                who: <StateChip code="EL" isNamed />,
                what: 'Released its position: no comments',
              },
              {
                id: '2',
                at: '2026-06-15T13:05:00Z',
                who: <StateChip code="NL" isNamed />,
                what: 'Shared version 2 for comments',
                detail: 'with all Member States and the Commission',
              },
              {
                id: '1',
                at: '2026-06-14T09:00:00Z',
                who: 'Drafter, Netherlands',
                what: 'Asked for release',
                isInner: true,
              },
            ]}
          />
        </Section>
      </div>
      <div>
        <Panel title="The file">
          <Facts
            shape="stacked"
            facts={[
              { term: 'Owner', value: <StateChip code="NL" isNamed /> },
              { term: 'Grounds', value: 'Public security', source: 'Article 9(1)' },
              { term: 'Applicable', value: null },
              { term: 'Hash of version 2', value: <Hash sha256={hash} /> },
            ]}
          />
        </Panel>
        <Panel title="Reaches">
          <StateChips codes={delegationCodes} />
        </Panel>
        <Panel title="Attachments">
          <FileBox
            name="Impact on operators"
            format="PDF"
            size={1_440_000}
            href="/a"
            detail="Dutch"
          />
          <FileBox name="Technical annex" format="DOCX" size={82_000} href="/b" />
        </Panel>
      </div>
    </Columns>
  )
}

function Lanes() {
  return (
    <Section title="Comments">
      <Columns shape="even">
        <div>
          <Lane lane="inner" actions={<Release />}>
            <p>
              Propose “below 685 °C”, as in 3B501.a.4: the customs office cannot tell the two apart.
            </p>
            <p className="soft small">Expert, licensing office, Germany</p>
          </Lane>
          <Lane lane="released" reach="Germany to all Member States and the Commission">
            <p>The threshold should follow Annex I.</p>
          </Lane>
        </div>
        <div>
          <Notice kind="warning" title="A prohibition is not an authorisation requirement">
            <p>On the wording of Article 10(1)(a) no other state can rely on it.</p>
          </Notice>
          <Notice title="Absence does not mean uncontrolled">
            <p>The register shows what was published.</p>
          </Notice>
          <Notice kind="done" title="Released" />
          <EmptyState title="Nobody has answered yet" action={<Remote />}>
            <p>Answers appear here as soon as they are released. Silence means nothing.</p>
          </EmptyState>
        </div>
      </Columns>
    </Section>
  )
}

function Release() {
  return (
    <>
      <Button kind="quiet" type="button">
        Edit
      </Button>
      <PortalForm id="release" hidden={{ revision: 4 }}>
        <ConfirmDialog
          label="Release…"
          confirm="Release for Germany"
          title="Release this comment for Germany?"
          consequences={
            <>
              <p>It reaches all Member States and the Commission at once and can be read there.</p>
              <p>A released comment is not edited. A later one can supersede it.</p>
            </>
          }
          form="release"
        />
      </PortalForm>
    </>
  )
}

function Remote() {
  const announce = useAnnounce()
  const [count, setCount] = useState(1)
  return (
    <Button
      type="button"
      onClick={() => {
        announce(`New comment from Germany (${count})`)
        setCount(count + 1)
      }}
    >
      Let Germany comment
    </Button>
  )
}

function Filters() {
  return (
    <Section title="Files">
      <div className="with-facets">
        <Facets
          clearTo="/files"
          search={{ name: 'q', label: 'Words or code', value: '3B801' }}
          facets={[
            {
              name: 'stage',
              label: 'Stage',
              chosen: ['shared'],
              options: [
                { value: 'shared', label: 'Shared for comments', count: 12 },
                { value: 'adopted', label: 'Adopted', count: 4 },
              ],
            },
            { name: 'state', label: 'State', chosen: [], options: [{ value: 'NL', label: 'NL' }] },
          ]}
        />
        <EmptyState title="No file has these words" />
      </div>
    </Section>
  )
}

function Forms() {
  const state = useActionData() as FormState | undefined
  return (
    <Section title="New file">
      <PortalForm state={state} id="new-file">
        <TextField name="title" label="Title" hint="As the national act will be called." />
        <TextField name="code" label="Code" width="short" isOptional />
        <DateField name="by" label="Comments requested by" isOptional />
        <Select
          name="language"
          label="Original language"
          emptyLabel="Choose"
          options={[
            { value: 'nl', label: 'Dutch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <RadioGroup
          name="kind"
          label="Kind of measure"
          hint="A list is one kind of measure."
          choices={[
            { value: 'list', label: 'National control list', hint: 'Joins the compilation.' },
            { value: 'prohibition', label: 'Prohibition outside a list' },
          ]}
        />
        <DelegationChoice name="addressees" label="Addressees" codes={delegationCodes} />
        <Checkbox name="urgent" label="The measure is urgent" hint="It needs no permission." />
        <TextArea name="reasons" label="Precise reasons" hint="Article 9(2)" />
        <FileField name="file" label="Attachment" accept=".pdf,.docx" isOptional />
        <Button kind="primary">Open the file</Button>
      </PortalForm>
    </Section>
  )
}

function Frame() {
  return (
    <LocaleProvider locale="en" now="2026-11-21T10:00:00Z">
      <Announcements>
        <Shell
          isDemonstration
          person={{
            id: 'nl-representative',
            name: 'Representative, Netherlands',
            delegation: 'NL',
            roles: ['representative'],
          }}
          navigation={[
            { to: '/home', label: 'shell.nav.home' },
            { to: '/', label: 'shell.nav.files' },
            { to: '/commission', label: 'shell.nav.commission' },
            { to: '/register', label: 'shell.nav.register' },
            { to: '/article-10', label: 'shell.nav.article-10' },
            { to: '/post', label: 'shell.nav.post' },
            { to: '/people', label: 'shell.nav.people' },
            { to: '/help', label: 'shell.nav.help' },
          ]}
        >
          <Outlet />
        </Shell>
      </Announcements>
    </LocaleProvider>
  )
}

/** Refuses every form as the server would: by field, with what had been entered. */
async function refuseForm({ request }: { request: Request }): Promise<FormState> {
  const form = await request.formData()
  if (form.has('revision')) return {}
  return {
    refusal: 'refusals.invalid-input',
    errors: { title: 'refusals.reasons-needed', kind: 'refusals.not-a-list' },
    values: { title: String(form.get('title')) },
  }
}

const router = createMemoryRouter([
  {
    element: <Frame />,
    children: [{ path: '*', element: <Gallery />, action: refuseForm }],
  },
])

const root = document.createElement('div')
root.id = 'root'
document.body.append(root)
createRoot(root).render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
