/**
 * A pure function of an object, computed once for each object and forgotten with it: frozen texts
 * stay the same objects for as long as they are in use.
 */
export function remembered<Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const known = new WeakMap<Subject, { value: Value }>()
  return (subject) => {
    const found = known.get(subject) ?? { value: compute(subject) }
    known.set(subject, found)
    return found.value
  }
}
