import { eq } from 'drizzle-orm'
import { wordNotes } from '../schema/word.ts'
import { measureOf, type Projections } from './context.ts'

export const wordProjections: Projections<'word-brought-in' | 'word-note-settled'> = {
  'word-brought-in': async (tx, { importId, documentSeq, notes }, context) => {
    if (notes.length === 0) return
    const measureId = measureOf(context)
    await tx.insert(wordNotes).values(
      notes.map(({ noteId, statedAt, ...note }, position) => ({
        ...note,
        id: noteId,
        measureId,
        importId,
        position,
        documentSeq,
        statedAt: statedAt === null ? null : new Date(statedAt),
      })),
    )
  },

  'word-note-settled': (tx, { noteId, outcome }, { at, actor }) =>
    tx
      .update(wordNotes)
      .set({ outcome, settledAt: at, settledBy: actor?.personId ?? null })
      .where(eq(wordNotes.id, noteId)),
}
