import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { demoActor, must, releaserOf } from '#app/demonstration/acting.server.ts'
import type { Reach, WriteComment } from '#app/measures/comment-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { said, sceneIn } from '#tests/commands/scene.ts'
import { scanners } from '#tests/text/sample.ts'

interface Where {
  reference: string
  number: number
}

/** Acts of the people of the demonstration, done by the commands themselves. */
export function roomScene(db: Database) {
  const scene = sceneIn(db)
  const owner = demoActor('nl-representative')

  /** Written, and inside the delegation of who wrote it; gives its id. */
  async function write(by: string, where: Where, more: Partial<WriteComment> = {}) {
    const written = await writeComment({ db }, demoActor(by), where, said(more))
    return must('writing', written).commentId
  }

  return {
    ...scene,

    /** A file of the Netherlands whose draft is the sample, shared with everybody as version 1. */
    async room() {
      const reference = await scene.file(owner)
      const measure = await findMeasureByReference(db, reference)
      if (!measure?.documentId) throw new Error(`${reference} has no draft`)
      const { id: measureId, documentId: id } = measure
      const document = { id, measureId, purpose: 'draft' as const, content: scanners }
      await db.transaction((tx) => createDocument(tx, owner, document))
      const number = await scene.share(owner, reference)
      const path = `/files/${referenceInAddress(reference)}/versions/${number}`
      return { reference, number, path }
    },

    write,

    /** Written by somebody of a delegation and released by who may. */
    async release(
      by: string,
      where: Where,
      more: Partial<WriteComment> = {},
      audience: Reach = { kind: 'version' },
    ) {
      const commentId = await write(by, where, more)
      const comments = [{ id: commentId, revision: 1 }]
      const releaser = releaserOf(demoActor(by).delegation)
      const { reference } = where
      must('a release', await releaseComments({ db }, releaser, reference, { comments, audience }))
      return commentId
    },
  }
}
