import { Refused } from './draft.ts'

/** Signs in to the demonstration as one of its people; returns the session's cookie. */
export async function signIn(portal: string, person: string): Promise<string> {
  const answer = await fetch(`${portal}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: portal },
    body: new URLSearchParams({ person }),
    redirect: 'manual',
  })
  const [cookie] = answer.headers.getSetCookie().flatMap((each) => each.split(';')[0] ?? [])
  if (answer.status !== 302 || !cookie) {
    throw new Refused(`nobody can sign in as ${person} at ${portal} (${answer.status})`)
  }
  return cookie
}

/** The id of the draft of a file, which the page of its drafting room names. */
export async function findDraft(portal: string, cookie: string, file: string): Promise<string> {
  const address = `${portal}/files/${encodeURIComponent(file)}/draft`
  const answer = await fetch(address, { headers: { cookie } })
  const [, documentId] = /"documentId":"([0-9a-f-]{36})"/.exec(await answer.text()) ?? []
  if (!answer.ok || !documentId) throw new Refused(`no draft at ${address} (${answer.status})`)
  return documentId
}
