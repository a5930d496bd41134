import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What somebody does in a document that they have open. */
export type Doing =
  | { kind: 'comment'; on: string; text: string; author: string }
  /** Writes a comment anew that is there: the program takes what it says in one line only. */
  | { kind: 'rewrite'; in: string; by: string }
  /** With changes tracked, by who the program is set up for. */
  | { kind: 'replace'; words: string; by: string }

/** LibreOffice with a profile of its own, set up for one person. */
export async function openOffice(person: { first: string; last: string }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'concert-office-'))
  const profile = path.join(folder, 'profile')
  await mkdir(path.join(profile, 'user', 'basic', 'Standard'), { recursive: true })
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), settings(person))
  const soffice = (...args: string[]) =>
    execute('soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      ...args,
    ])
  // The first start makes the rest of the profile, and runs no macro.
  await soffice('--terminate_after_init')
  let count = 0

  return {
    /** Opens a document, does something in it, and saves it as a Word document again. */
    async save(bytes: Uint8Array, ...doings: Doing[]): Promise<Uint8Array> {
      const name = `${++count}.docx`
      const before = path.join(folder, name)
      const after = path.join(folder, `saved-${name}`)
      await writeFile(before, bytes)
      await writeMacro(profile, [open(before), ...doings.map(doing), saveAndClose(after)])
      await soffice('macro:///Standard.Office.Main')
      return new Uint8Array(await readFile(after))
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

function settings({ first, last }: { first: string; last: string }): string {
  const item = (name: string, value: string) =>
    `<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
  return `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${item('givenname', first)}${item('sn', last)}</oor:items>`
}

/** Macros of one's own profile may run; nothing of a document does. */
async function writeMacro(profile: string, steps: readonly string[]) {
  const basic = path.join(profile, 'user', 'basic')
  const module = `${helpers}\nSub Main\n${steps.join('\n')}\nStarDesktop.terminate()\nEnd Sub\n`
  const file = (name: string, text: string) =>
    writeFile(path.join(basic, name), `<?xml version="1.0" encoding="UTF-8"?>\n${text}`)
  await file(
    'Standard/Office.xba',
    `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Office" script:language="StarBasic">${escaped(module)}</script:module>`,
  )
  await file(
    'Standard/script.xlb',
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Office"/></library:library>',
  )
  await file(
    'script.xlc',
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>',
  )
}

const helpers = `
Dim doc As Object
Function Prop(name, value)
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = name
  one.Value = value
  Prop = one
End Function
Function Find(words)
  Dim search
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Find = doc.findFirst(search)
End Function
Sub Remark(words, said, author)
  Dim note, found
  found = Find(words)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Content = said
  note.Author = author
  found.Text.insertTextContent(found, note, True)
End Sub
Sub Rewrite(words, others)
  Dim all, field
  all = doc.getTextFields().createEnumeration()
  Do While all.hasMoreElements()
    field = all.nextElement()
    If field.supportsService("com.sun.star.text.textfield.Annotation") Then
      If InStr(field.Content, words) > 0 Then
        field.Content = others
      End If
    End If
  Loop
End Sub
Sub Change(words, others)
  doc.RecordChanges = True
  Find(words).String = others
  doc.RecordChanges = False
End Sub`

function open(file: string): string {
  return `doc = StarDesktop.loadComponentFromURL("${pathToFileURL(file).href}", "_blank", 0, Array(Prop("Hidden", True)))`
}

function saveAndClose(file: string): string {
  return `doc.storeToURL("${pathToFileURL(file).href}", Array(Prop("FilterName", "MS Word 2007 XML")))\ndoc.close(True)`
}

function doing(one: Doing): string {
  if (one.kind === 'comment')
    return `Remark(${quoted(one.on)}, ${quoted(one.text)}, ${quoted(one.author)})`
  if (one.kind === 'rewrite') return `Rewrite(${quoted(one.in)}, ${quoted(one.by)})`
  return `Change(${quoted(one.words)}, ${quoted(one.by)})`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
