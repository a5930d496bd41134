/**
 * What the Official Journal publishes under Article 9(4), second and third sentences. A corrigendum
 * corrects one of them and is no update: nothing was notified.
 */
export const compilationKinds = ['compilation', 'update', 'corrigendum'] as const
export type CompilationKind = (typeof compilationKinds)[number]
