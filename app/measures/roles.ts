/**
 * reader: reads what their delegation may see. expert: advises inside. drafter: writes.
 * representative and deputy (for a period): release. officer: the Commission's. chair: of a body,
 * for a period. administrator: of the people of one's own delegation, and nothing of content.
 */
export const roles = [
  'reader',
  'expert',
  'drafter',
  'representative',
  'deputy',
  'officer',
  'chair',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** DUCG: Article 24, chaired by the Commission. DUWP: the Council's working party (C.23). */
export const bodies = ['DUCG', 'DUWP'] as const
export type Body = (typeof bodies)[number]
