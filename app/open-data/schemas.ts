import { z } from 'zod'
import { basisConditions, basisEnds, coverageExtents, entryEnds } from '#app/measures/article-10.ts'
import { compilationKinds } from '#app/measures/compilation-kinds.ts'
import { coverageRelations } from '#app/measures/coverage.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { measureKinds } from '#app/measures/measure.ts'
import { registerStates } from '#app/measures/register.ts'
import type { ContentNode } from '#app/text/content.ts'
import { activities } from '#app/text/grammar.ts'

/**
 * What the register answers, as data. Answers are read by these before they go out, and the OpenAPI
 * description is made of them: what an answer holds beyond its description never leaves.
 */
export const answerSchemas = z.registry<{ id: string }>()

/** Under this name the schema stands in the description, once. */
function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  answerSchemas.add(schema, { id })
  z.globalRegistry.add(schema, { description })
  return schema
}

export const day = z.iso.date()
const issuer = z.enum(memberStates).describe('The state, by its code in the Union; Greece is EL.')
const address = z.url()
const notice = z.string().describe('What is authentic, and that absence means nothing.')
const on = day.describe('The day on which things are looked at, in Brussels.')
const edition = z
  .int()
  .positive()
  .describe(
    'Counts the published editions of an entry. An edition that is published later than one that followed it moves the numbers: `id` stays.',
  )
const next = address
  .nullable()
  .describe('Where the next page is, as of the same day; null on the last one.')

const act = named(
  'Act',
  'A national act. Each date is a fact of its own.',
  z.object({
    reference: z.string().describe('Names the measure in this register.'),
    kind: z.enum(measureKinds),
    title: z.string(),
    number: z.string().describe('Empty where none is recorded.'),
    adoptedOn: day.nullable().describe('Null where the day is not established.'),
    gazette: z.string().nullable(),
    gazetteReference: z.string().nullable(),
    gazetteUrl: z.string().nullable().describe('Where the authentic text stands.'),
    gazettedOn: day.nullable(),
    inForceOn: day.nullable(),
    publishedOn: day.nullable().describe('In the C series (Article 9(4), first sentence).'),
    publicationReference: z.string().nullable(),
    repealedOn: day.nullable(),
    expiredOn: day.nullable(),
  }),
)

const controlState = named(
  'ControlState',
  'How an entry stands at its issuer’s on the day. `to-come`: not yet in force; `unrecorded`: no day of entry into force is recorded, which does not mean that there was none; `ended`: amended, repealed or expired.',
  z.enum(registerStates),
)

const dates = {
  inForceFrom: day.nullable().describe('The first day on which it applies, where one is recorded.'),
  lastDay: day.nullable().describe('The last day on which it applies by its own words.'),
  endedOn: day.nullable().describe('The first day on which it no longer applies.'),
  endedBy: z.enum(entryEnds).nullable(),
}
const destinations = z
  .string()
  .nullable()
  .describe('In words; null: all destinations outside the customs territory of the Union.')

export const foundEntry = named(
  'FoundEntry',
  'An edition of an entry as a search finds it.',
  z.object({
    id: z.uuid().describe('Names the edition, for good.'),
    issuer,
    code: z.string().describe('As written; empty where the text gives none.'),
    key: z.string().describe('Names the entry in addresses, among those of its issuer.'),
    edition,
    heading: z.string(),
    state: controlState,
    isCompiled: z
      .boolean()
      .describe(
        'Whether the compilation (Article 9(4)) of the day names it: a question of its own.',
      ),
    ...dates,
    text: z.string().describe('Its words, one line for each paragraph.'),
    destinations,
    activities: z.array(z.enum(activities)),
    act: act.nullable(),
    address,
  }),
)

export const registerPage = named(
  'RegisterPage',
  'A page of a search. That something is not in it does not mean that it is not controlled.',
  z.object({ notice, on, next, entries: z.array(foundEntry) }),
)

/** Recursive, hence written down with its type. */
const contentNode: z.ZodType<ContentNode> = named(
  'ContentNode',
  'A part of a text: entry, heading, point, note, paragraph, list or run of text.',
  z.object({
    type: z.string(),
    attrs: z
      .record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()]))
      .optional(),
    get content() {
      return z.array(contentNode).optional()
    },
    text: z.string().optional(),
    marks: z
      .array(
        z.object({
          type: z.string(),
          attrs: z
            .record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()]))
            .optional(),
        }),
      )
      .optional(),
  }),
)

const basis = named(
  'Article10Basis',
  'Whether others may rely on an edition under Article 10(1)(a) and (b), and since or until when. Outside the issuing state an export needs an authorisation only where the competent authority has informed the exporter.',
  z.discriminatedUnion('state', [
    z.object({
      state: z.literal('holds'),
      since: day,
      until: day.nullable().describe('The first day on which a condition no longer holds.'),
      endedBy: z.array(z.enum(basisEnds)),
    }),
    z.object({ state: z.literal('to-come'), from: day }),
    z.object({ state: z.literal('ended'), on: day, by: z.array(z.enum(basisEnds)) }),
    z.object({
      state: z.literal('missing').describe('None that is known here: see `conditions`.'),
      conditions: z.array(z.enum(basisConditions)),
    }),
  ]),
)

const comparison = named(
  'CoverageComparison',
  'What a decision on coverage rests on: control parameters of the point beside those of Annex I.',
  z.object({
    entryWords: z.string(),
    annexIWords: z.string().describe('As whoever decided gave them; Annex I alone is authentic.'),
    parameters: z.array(
      z.object({
        quantity: z.string().nullable(),
        entry: z.string().nullable(),
        annexI: z.string().nullable(),
        relation: z
          .enum(coverageRelations)
          .describe('What Annex I takes in by this parameter, held against the entry.'),
      }),
    ),
    proposed: z
      .enum(coverageExtents)
      .nullable()
      .describe('What the parameters alone say; null where they say nothing.'),
  }),
)

const coverage = named(
  'Coverage',
  'What Annex I has taken over of an entry.',
  z.object({
    point: z.string().nullable().describe('From the code down; null: the whole entry.'),
    annexICode: z.string().describe('Empty where no counterpart was found.'),
    extent: z
      .enum(coverageExtents)
      .describe('`not`: compared with the Annex I that applies from `since`, and not covered.'),
    since: day,
    until: day
      .nullable()
      .describe('From when a later decision on the same point and code applies; null: none does.'),
    comparison: comparison.nullable(),
    isCovered: z.boolean().describe('Whether that holds on the day that was asked for.'),
    article10: z.object({ basis }).describe('Of this point alone.'),
  }),
)

const editionAct = named(
  'EditionAct',
  'The act by which an edition is law.',
  act.extend({
    language: z.string().describe('Of the authentic text (ISO 639-1).'),
    repealedBy: z.string().nullable(),
  }),
)

const entryEdition = named(
  'EntryEdition',
  'An entry from one adopted text to the next that changes it.',
  z.object({
    id: z.uuid().describe('Names the edition, for good.'),
    edition,
    address,
    nationalControl: z.object({
      state: controlState,
      ...dates,
      destinations,
      activities: z.array(z.enum(activities)),
      act: editionAct.nullable(),
    }),
    article10: z.object({
      basis,
      inCompilation: z
        .array(z.object({ from: day, until: day.nullable() }))
        .describe('From a publication that names it up to the one that does not.'),
    }),
    coveredByAnnexI: z.array(coverage),
    content: contentNode,
  }),
)

const authority = named(
  'CompetentAuthority',
  'An authority that licenses exports in the state.',
  z.object({
    id: z.string(),
    region: z.string().nullable(),
    name: z.string(),
    nameEn: z.string(),
    verified: z.boolean().describe('Whether the name was verified at its source.'),
  }),
)

const names = {
  issuer,
  code: z.string(),
  key: z.string(),
  heading: z.string(),
}
const meaning = z.string().describe('The same in words.')

export const entryAnswer = named(
  'EntryAnswer',
  'Whether an item is controlled in a state on a day, and, apart from it, whether others may rely on that; each with the edition that says so. There is no bare "no": what has ended or is to come says so, and what is not found is answered 404 with what may control an item all the same.',
  z.object({
    notice,
    on,
    ...names,
    address,
    nationalControl: z.object({ state: controlState, edition, editionId: z.uuid(), meaning }),
    article10: z.object({ basis, edition, editionId: z.uuid(), meaning }),
    editions: z.array(entryEdition).describe('The newest first.'),
    competentAuthorities: z.array(authority),
  }),
)

export const editionAnswer = named(
  'EditionAnswer',
  'One edition of an entry.',
  z.object({ notice, on, ...names, edition: entryEdition }),
)

const measureAct = named(
  'MeasureAct',
  'The act of a measure.',
  act.extend({ inCompilationOn: day.nullable(), repealedBy: z.string().nullable() }),
)

export const foundMeasure = named(
  'FoundMeasure',
  'A published measure, list or not.',
  z.object({ issuer, act, address }),
)

export const measuresPage = named(
  'MeasuresPage',
  'Published measures, the newest adopted first.',
  z.object({ notice, next, measures: z.array(foundMeasure) }),
)

export const measureAnswer = named(
  'MeasureAnswer',
  'A published measure with its text. What a draft says besides (risk, effect on operators, feasibility) is no part of it.',
  z.object({
    notice,
    issuer,
    address,
    act: measureAct,
    language: z.string().describe('Of the authentic text (ISO 639-1).'),
    entries: z
      .array(
        z.object({
          id: z.uuid(),
          code: z.string(),
          key: z.string(),
          heading: z.string(),
          edition,
          inForceFrom: day.nullable(),
          endedOn: day.nullable(),
          address,
        }),
      )
      .describe('The editions that it brought, in the order of the text.'),
    content: contentNode,
  }),
)

export const compilationsAnswer = named(
  'CompilationsAnswer',
  'The compilations of national control lists (Article 9(4), second and third sentence), the newest first.',
  z.object({
    notice,
    compilations: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(compilationKinds),
        corrects: z.uuid().nullable().describe('The one that a corrigendum corrects.'),
        ojReference: z.string().describe('Its number, such as C/2023/441.'),
        citation: z.string().describe('As the Interinstitutional Style Guide cites it.'),
        eli: z.url().nullable().describe('Where one follows from the number.'),
        celex: z.string().nullable().describe('Where one follows from the number.'),
        publishedOn: day,
        title: z.string(),
        url: z.string().nullable(),
        note: z.string(),
        address,
      }),
    ),
  }),
)

/** What went wrong, as RFC 9457 says it. */
export const problem = named(
  'Problem',
  'Why there is no answer (RFC 9457).',
  z.object({
    type: address,
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    parameters: z
      .array(z.object({ name: z.string(), expected: z.string() }))
      .optional()
      .describe('What was given and cannot be read, and what could be.'),
    notice,
  }),
)
