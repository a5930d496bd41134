import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { brusselsDate } from '#app/measures/calendar.ts'
import { isPlausibleDay } from '#app/measures/plausible-days.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { codeWarnings, formatCode, parseCode } from '#app/text/code.ts'
import { activities, logics, nodeDeclarations, type Activity } from '#app/text/grammar.ts'
import { withoutHidden } from '#app/text/hidden-characters.ts'
import { startUndoStep } from './origin.ts'
import { choice, labelled, make, show } from './entry-fields.ts'

type Locale = Pick<LocaleFormat, 't'>

/**
 * An entry with its code and what is particular to it as form controls above its words. The
 * controls write attributes at once, so that they are saved like every keystroke.
 */
export class EntryView implements NodeView {
  readonly dom = make('article', 'entry')
  readonly contentDOM = make('div', 'entry__body')
  private readonly code = make('input', 'input input--short entry-code')
  private readonly warning = make('p', 'entry-warning')
  private readonly logic: HTMLSelectElement
  private readonly destinations = make('input', 'input')
  private readonly expiry = make('input', 'input input--medium')
  private readonly expiryError = make('p', 'entry-error')
  private readonly activities: ReadonlyMap<Activity, HTMLInputElement>
  private readonly remove: HTMLButtonElement

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
    private readonly locale: Locale,
  ) {
    const { t } = locale
    this.logic = choice([
      ['', t('editor.logic.none')],
      ...logics.map((logic) => [logic, t(`editor.logic.${logic}`)] as const),
    ])
    this.activities = new Map(activities.map((activity) => [activity, checkbox()]))
    this.remove = make('button', 'button button--quiet', t('editor.remove-entry'))
    this.dom.append(this.head(), this.contentDOM)
    this.listen()
    this.showAttributes()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    const isSame = node.hasMarkup(this.node.type, this.node.attrs)
    this.node = node
    if (!isSame) this.showAttributes()
    return true
  }

  /** The controls are their own: the editor does not hear of what happens in them. */
  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && !this.contentDOM.contains(event.target)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  private head(): HTMLElement {
    const { t } = this.locale
    this.code.maxLength = nodeDeclarations.entry.attributes.code.rule.max
    this.code.placeholder = t('editor.code-example')
    this.code.autocomplete = 'off'
    this.code.spellcheck = false
    this.warning.role = 'status'
    this.expiry.type = 'date'
    this.expiry.max = '9999-12-31'
    this.expiryError.id = `expiry-error-${String(this.node.attrs.id)}`
    this.expiryError.role = 'status'
    this.expiry.setAttribute('aria-describedby', this.expiryError.id)
    this.destinations.maxLength = nodeDeclarations.entry.attributes.destinations.rule.max
    this.remove.type = 'button'
    const boxes = [...this.activities].map(([activity, box]) =>
      make('label', 'entry-box', box, t(`text.activity.${activity}`)),
    )
    const particulars = make(
      'details',
      'entry-particulars',
      make('summary', '', t('editor.entry-particulars')),
      labelled(t('editor.destinations'), this.destinations),
      make('p', 'entry-hint', t('editor.destinations-hint')),
      make('fieldset', 'entry-boxes', make('legend', '', t('editor.activities')), ...boxes),
      labelled(t('editor.expiry'), this.expiry),
      this.expiryError,
    )
    const head = make(
      'div',
      'entry-head',
      labelled(t('editor.code'), this.code),
      labelled(t('editor.logic'), this.logic),
      this.remove,
      this.warning,
      particulars,
    )
    head.contentEditable = 'false'
    return head
  }

  private listen() {
    this.code.addEventListener('input', () => this.set('code', withoutHidden(this.code.value)))
    this.logic.addEventListener('change', () => this.set('logic', this.logic.value || null))
    this.destinations.addEventListener('input', () =>
      this.set('destinations', withoutHidden(this.destinations.value) || null),
    )
    // While a year is typed, its first digits are years too: what is wrong is said when one is done.
    this.expiry.addEventListener('change', () => {
      if (!this.isExpiryMeant()) return
      this.sayOfExpiry(true)
      this.set('expiry', this.expiry.value || null)
    })
    this.expiry.addEventListener('blur', () => this.sayOfExpiry(this.isExpiryMeant()))
    for (const box of this.activities.values()) {
      box.addEventListener('change', () => this.set('activities', this.chosenActivities()))
    }
    this.remove.addEventListener('click', () => {
      const position = this.position()
      if (position === undefined) return
      startUndoStep(this.view.state)
      this.view.dispatch(this.view.state.tr.delete(position, position + this.node.nodeSize))
      this.view.focus()
    })
    // Enter in the code goes on to the heading, as in a form.
    this.code.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      this.toWords()
    })
  }

  /** The caret goes into the first line of the entry. */
  private toWords() {
    const position = this.position()
    if (position === undefined) return
    const { doc, tr } = this.view.state
    const within = TextSelection.near(doc.resolve(position + 1))
    this.view.dispatch(tr.setSelection(within).scrollIntoView())
    this.view.focus()
  }

  private isExpiryMeant(): boolean {
    const { value } = this.expiry
    return value === '' || isPlausibleDay(value, brusselsDate(new Date()))
  }

  private sayOfExpiry(isMeant: boolean) {
    this.expiryError.textContent = isMeant ? '' : this.locale.t('form.implausible-day')
    if (isMeant) this.expiry.removeAttribute('aria-invalid')
    else this.expiry.setAttribute('aria-invalid', 'true')
  }

  private chosenActivities(): string | null {
    const chosen = [...this.activities]
      .filter(([, box]) => box.checked)
      .map(([activity]) => activity)
    const isRule = chosen.length === 0 || (chosen.length === 1 && chosen[0] === 'export')
    return isRule ? null : chosen.join(' ')
  }

  private set(attribute: string, value: string | null) {
    const position = this.position()
    if (position === undefined || this.node.attrs[attribute] === value) return
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, attribute, value))
  }

  private showAttributes() {
    const { t } = this.locale
    const code = String(this.node.attrs.code)
    show(this.code, code)
    show(this.logic, String(this.node.attrs.logic ?? ''))
    show(this.destinations, String(this.node.attrs.destinations ?? ''))
    show(this.expiry, String(this.node.attrs.expiry ?? ''))
    this.sayOfExpiry(true)
    const chosen = String(this.node.attrs.activities ?? 'export').split(' ')
    for (const [activity, box] of this.activities) box.checked = chosen.includes(activity)
    const written = formatCode(parseCode(code))
    const warnings = codeWarnings(code).map((warning) =>
      t(`editor.code-warning.${warning}`, { written }),
    )
    this.warning.textContent = warnings.join(' ')
    this.remove.ariaLabel = t('editor.remove-entry-named', { code })
    const { editable } = this.view
    for (const control of [this.code, this.logic, this.destinations, this.expiry, this.remove]) {
      control.disabled = !editable
    }
    for (const box of this.activities.values()) box.disabled = !editable
  }
}

function checkbox(): HTMLInputElement {
  const box = make('input', '')
  box.type = 'checkbox'
  return box
}
