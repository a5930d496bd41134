/** What may still be open about a notified measure at the Commission's. */
export const deskOpenings = ['acknowledgement', 'content', 'publication', 'compilation'] as const
export type DeskOpening = (typeof deskOpenings)[number]
