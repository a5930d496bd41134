import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { demoPeople } from '#app/demonstration/people.ts'
import type { Actor } from '#app/access/actor.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Reach, WriteComment } from '#app/measures/comment-inputs.ts'
import type { Database } from '#db/client.server.ts'
import { said, sceneIn } from '#tests/commands/scene.ts'

/** Somebody of the demonstration, as the server knows them once they have signed in. */
export function demoActor(key: string): Actor {
  const person = demoPeople.find((one) => one.key === key)
  if (!person) throw new Error(`nobody of the demonstration is ${key}`)
  return {
    personId: demoPersonId(key),
    name: person.name,
    delegation: person.delegation,
    officeId: null,
    roles: person.roles,
    chairOf: [],
    draftersMayRelease: false,
  }
}

/** Acts of the people of the demonstration, done by the commands themselves. */
export function roomScene(db: Database) {
  const scene = sceneIn(db)

  async function write(
    by: string,
    where: { reference: string; number: number },
    more: Partial<WriteComment> = {},
  ) {
    const written = await writeComment(scene.deps, demoActor(by), where, said(more))
    if (!written.ok) throw new Error(written.reason)
    return written.commentId
  }

  return {
    ...scene,
    write,
    /** Written by an expert or drafter of a delegation and released by its representative. */
    async release(
      by: string,
      where: { reference: string; number: number },
      more: Partial<WriteComment> = {},
      audience: Reach = { kind: 'version' },
    ) {
      const id = await write(by, where, more)
      const releaser = by.startsWith('com-') ? by : `${by.slice(0, 2)}-representative`
      const released = await releaseComments(scene.deps, demoActor(releaser), where.reference, {
        comments: [{ id, revision: 1 }],
        audience,
      })
      if (!released.ok) throw new Error(released.reason)
      return id
    },
  }
}
