import { type Content, linesOf, textAttribute, type ContentNode } from '#app/text/content.ts'
import { activities, type SectionKey } from '#app/text/grammar.ts'
import type { DelegationCode, MemberStateCode } from './delegation-codes.ts'
import type { Day, Ground, MeasureKind, NotificationArticle } from './measure.ts'

/** What became of an entry by the measure that is notified. */
export type PackChange = 'new' | 'changed' | 'ended'

/** A type and not an interface, like all of a pack: it is JSON. */
export type PackItem = {
  code: string
  heading: string
  change: PackChange
  edition: number
  /** The first day on which it applies; null while that is not recorded. */
  from: Day | null
  /** The first day on which it no longer does, where the measure ends it. */
  until: Day | null
  /** In words; null means all destinations outside the customs territory of the Union. */
  destinations: string | null
  lastDay: Day | null
  activities: string[]
}

/**
 * The message of Article 9(2) or (3) as it is handed over: the cover, the description of the items
 * and the text. What is in it is never changed; what comes later is told by another message.
 */
export type NotificationPack = {
  format: 'concert-notification/1'
  article: NotificationArticle
  reference: string
  issuer: MemberStateCode
  addressees: DelegationCode[]
  measure: {
    kind: MeasureKind
    title: string
    grounds: Ground[]
    actTitle: string
    actNumber: string
    /** The file of the measure that this one changes. */
    changes: string | null
  }
  dates: {
    /** Null where it is not established, like the day of the gazette where that is named. */
    adoptedOn: Day | null
    gazettedOn: Day | null
    gazette: string | null
    gazetteReference: string | null
    gazetteUrl: string | null
    inForceOn: Day | null
    repealedOn: Day | null
    repealedBy: string | null
    expiredOn: Day | null
  }
  reasons: string
  description: string
  items: PackItem[]
  contact: string
  /** The measure itself, out of the final version that has this hash. */
  text: { language: string; finalVersionSha256: string; content: Content }
}

/**
 * The sections of a draft that are the measure itself. The others (grounds and risk, effect on
 * operators, industry, customs, lead time) prepare it and stay with those to whom they were shared.
 */
export const publicSections: readonly SectionKey[] = ['subject', 'items']

/** What an entry says besides its points. */
export function particularsOf(node: ContentNode) {
  const chosen = textAttribute(node, 'activities')?.split(' ') ?? ['export']
  return {
    heading: linesOf(node, 'entryHeading'),
    destinations: textAttribute(node, 'destinations'),
    activities: activities.filter((activity) => chosen.includes(activity)),
  }
}

/** What Article 9(2) obliges a notification to hold and this one does not. It warns. */
export const missingParts = ['text', 'items', 'description'] as const
export type MissingPart = (typeof missingParts)[number]

/** `description` is obligatory where the measure is a list. */
export function missingFrom(pack: {
  isList: boolean
  text: Content | null
  items: number
  description: string
}): MissingPart[] {
  const isMissing: Record<MissingPart, boolean> = {
    text: pack.text === null || !saysAnything(pack.text),
    items: pack.isList && pack.items === 0,
    description: pack.isList && pack.description.trim() === '',
  }
  return missingParts.filter((part) => isMissing[part])
}

function saysAnything(node: ContentNode): boolean {
  return node.text !== undefined || (node.content ?? []).some(saysAnything)
}

/** A description of the items to begin with: a line for each entry that the measure brings. */
export function describeItems(items: readonly PackItem[]): string {
  return items
    .filter(({ change }) => change === 'new' || change === 'changed')
    .map(({ code, heading }) => [code, heading].filter(Boolean).join(': '))
    .join('\n')
}
