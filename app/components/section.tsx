import type { ReactNode } from 'react'
import { useId } from 'react'

interface SectionProps {
  title: string
  /** 2 under the title of the page, 3 inside of another section. */
  level?: 2 | 3
  id?: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page, named by its heading. */
export function Section({ title, level = 2, id, intro, actions, children }: SectionProps) {
  const own = useId()
  const headingId = `${id ?? own}-heading`
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" id={id} aria-labelledby={headingId}>
      <div className="section__head">
        <Heading id={headingId}>{title}</Heading>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {intro && <p className="section__intro">{intro}</p>}
      {children}
    </section>
  )
}

/** A framed part beside the text, such as readiness or who has the file. */
export function Panel({
  title,
  id,
  children,
}: {
  title: string
  id?: string
  children: ReactNode
}) {
  const own = useId()
  const headingId = `${id ?? own}-heading`
  return (
    <section className="panel" id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  )
}

interface ColumnsProps {
  /** The second column: narrow at the side by default. */
  shape?: 'aside' | 'wide-aside' | 'even'
  children: ReactNode
}

/** Two columns from 1024 px on, below one another before. */
export function Columns({ shape = 'aside', children }: ColumnsProps) {
  return <div className={`columns columns--${shape}`}>{children}</div>
}
