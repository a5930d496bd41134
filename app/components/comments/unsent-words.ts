/** Words in a field of a form that was not sent. */
export interface UnsentWords {
  /** How the field is called. */
  label: string
  words: string
}

/** What stands in the fields of a page and is not what the page was given with them. */
export function unsentIn(page: ParentNode): UnsentWords[] {
  return [...page.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(fields)].flatMap(
    ({ value, defaultValue, labels }) =>
      value.trim() !== '' && value !== defaultValue
        ? [{ label: labels?.[0]?.textContent ?? '', words: value }]
        : [],
  )
}

const fields = 'form textarea:not([readonly]), form input[type="text"]:not([readonly])'
