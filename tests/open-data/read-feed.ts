import { XmlDocument } from 'libxml2-wasm'

const names = { a: 'http://www.w3.org/2005/Atom' }

/** What of RFC 4287 a feed does not keep, as far as we use it; read by a parser that is not ours. */
export function readFeed(xml: string) {
  const document = XmlDocument.fromString(xml)
  try {
    const all = (xpath: string) => document.find(xpath, names).map((node) => node.content)
    const count = (xpath: string) => document.find(xpath, names).length
    const faults: string[] = []
    const expectOne = (where: string, xpath: string, of: number) => {
      if (count(xpath) !== of) faults.push(`${where}: ${count(xpath)} instead of ${of}`)
    }
    const entries = count('/a:feed/a:entry')
    // 4.1.1 and 4.1.2: exactly one of each, and an author for the feed or every entry.
    for (const name of ['id', 'title', 'updated', "link[@rel='self']", "link[@rel='alternate']"])
      expectOne(`feed ${name}`, `/a:feed/a:${name}`, 1)
    for (const name of [
      'id',
      'title',
      'updated',
      'summary',
      "link[@rel='alternate']",
      'author/a:name',
    ])
      expectOne(`entry ${name}`, `/a:feed/a:entry[count(a:${name}) = 1]`, entries)
    if (count('/a:feed/a:author/a:name') !== 1) faults.push('the feed has no author')
    const ids = all('/a:feed/a:entry/a:id')
    if (new Set(ids).size !== ids.length) faults.push('two entries have one id')
    for (const id of [...ids, ...all('/a:feed/a:id')])
      if (!/^tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[\w./%~!'()*-]+$/.test(id))
        faults.push(`no tag: ${id}`)
    const times = all('/a:feed/a:entry/a:updated')
    // 3.3: a date and time of RFC 3339.
    for (const time of [...times, ...all('/a:feed/a:updated')])
      if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(time))
        faults.push(`no time: ${time}`)
    if (times.join() !== times.toSorted().toReversed().join()) faults.push('not the newest first')
    if (all('//a:title | //a:summary | //a:name').some((text) => text.trim() === ''))
      faults.push('something says nothing')
    return {
      faults,
      ids,
      titles: all('/a:feed/a:entry/a:title'),
      updated: all('/a:feed/a:updated')[0],
      alternates: all("/a:feed/a:entry/a:link[@rel='alternate']/@href"),
      self: all("/a:feed/a:link[@rel='self']/@href")[0],
      next: all("/a:feed/a:link[@rel='next']/@href")[0] ?? null,
      terms: all('/a:feed/a:entry/a:category[1]/@term'),
    }
  } finally {
    document.dispose()
  }
}
