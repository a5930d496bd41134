import type { ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { childrenOf, idOf, linesOf, textAttribute, type ContentNode } from '#app/text/content.ts'
import { frameId } from '#app/text/framed-slice.ts'
import { activities } from '#app/text/grammar.ts'
import { Element, WithLogic } from './blocks.tsx'
import { Line } from './line.tsx'
import { useTextView } from './view.ts'

/** By the level of the section's heading. */
const headings = { 2: 'h3', 3: 'h4', 4: 'h5' } as const

interface EntryTextProps {
  node: ContentNode
  /** What stands between the code and the description: who adopted it, by which act. */
  adoption?: ReactNode
}

/**
 * An entry as the Official Journal prints it (C/2023/441): the code as heading, who adopted it, what
 * is particular to it, and the description of the controlled items.
 */
export function EntryText({ node, adoption }: EntryTextProps) {
  const { t } = useLocale()
  const { headingLevel, pointsAround } = useTextView()
  const Heading = headings[headingLevel]
  const rest = (node.content ?? []).filter((child) => child.type !== 'entryHeading')
  return (
    <Element node={node} tag="article" className="entry">
      <Heading className="entry__code">
        {textAttribute(node, 'code')?.trim() || t('text.entry-without-code')}
      </Heading>
      {adoption}
      <Particulars node={node} isTitled={adoption !== undefined} />
      {adoption !== undefined && <p className="entry__part">{t('text.description')}</p>}
      {childrenOf(node, 'entryHeading').map((heading) => (
        <EntryHeading key={idOf(heading)} node={heading} />
      ))}
      <WithLogic
        parent={{ ...node, content: rest }}
        depth={idOf(node) === frameId ? pointsAround : 0}
        above={linesOf(node, 'entryHeading')}
      />
    </Element>
  )
}

function EntryHeading({ node }: { node: ContentNode }) {
  return (
    <Element node={node} tag="p" className="entry__heading">
      <Line node={node} />
    </Element>
  )
}

/** Only what differs from the rule: export to every destination outside the Union, without end. */
function Particulars({ node, isTitled }: { node: ContentNode; isTitled: boolean }) {
  const { t, date, list } = useLocale()
  const destinations = textAttribute(node, 'destinations')
  const expiry = textAttribute(node, 'expiry')
  const chosen = textAttribute(node, 'activities')?.split(' ') ?? []
  if (!destinations && !expiry && chosen.length === 0) return null
  const named = activities.filter((activity) => chosen.includes(activity))
  return (
    <>
      {isTitled && <p className="entry__part">{t('text.additional-information')}</p>}
      <dl className="entry__particulars" data-added="">
        {destinations && (
          <div>
            <dt>{t('text.destinations')}</dt>
            <dd>{destinations}</dd>
          </div>
        )}
        {chosen.length > 0 && (
          <div>
            <dt>{t('text.activities')}</dt>
            <dd>{list(named.map((activity) => t(`text.activity.${activity}`)))}</dd>
          </div>
        )}
        {expiry && (
          <div>
            <dt>{t('text.expiry')}</dt>
            <dd>{date(expiry)}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
