/** Who stands where on a version, as a whole and entry by entry. */
export const positions = {
  'positions.title': 'Positions',
  'positions.caption': 'Positions on version {number}, in protocol order',
  'positions.caption-unattributed': 'Positions on version {number}, without the names of states',
  'positions.silence':
    'A delegation that has not answered has not answered; nothing is counted. A position is marked where the text that it was stated on has changed since.',
  'positions.state': 'State',
  'positions.whole': 'As a whole',
  'positions.earlier': '{count, plural, one {# earlier position} other {# earlier positions}}',
  'positions.superseded': 'No longer stands: something else was said since.',
  'positions.none': 'No position was stated.',
  'positions.none-final': 'Positions are stated on versions that are shared before adoption.',
  'positions.names-off': 'Show without the names of states',
  'positions.names-on': 'Show with the names of states',
  'positions.attributed':
    'Attributed: this overview names states and may have to be disclosed on request.',
  'positions.unattributed': 'Unattributed: names of states are left out.',
  'positions.state-ours': 'State our position',
  'positions.on': 'What it is on',
  'positions.on-whole': 'The text as a whole',
  'positions.on-entry': '{code}: {heading}',
  'positions.stance': 'Where we stand',
  'positions.concern-hint': 'Reasons are needed.',
  'positions.reasons': 'Reasons',
  'positions.reasons-hint': 'Needed for a concern.',
  'positions.intentions': 'What we intend ourselves',
  'positions.send': 'State the position …',
  'positions.send-title': 'State this position?',
  'positions.send-consequences':
    'It is frozen and appears on their screens at once. A later position takes its place; both stay in the history.',
  'positions.send-confirm': 'State it',
} as const
