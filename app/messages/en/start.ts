export const start = {
  'start.delegations': 'For delegations',
  'start.delegations-words':
    'Delegates of the Member States, officers of the Commission and the General Secretariat of the Council sign in to read what was put before them, to draft, and to answer.',
  'start.how': 'How a national control comes about, and what of it is public',
  'start.how-caption': 'Steps of a measure, their sources, and who can see what they leave behind',
  'start.how-intro':
    'Nothing in Regulation (EU) 2021/821 obliges a state to share a draft. Sharing is voluntary; each state alone decides what it adopts.',
  'start.public.all-states': 'All Member States and the Commission',
  'start.public.chosen': 'Those whom the state chooses',
  'start.public.everybody': 'Everybody',
  'start.public.owner': 'The state itself',
  'start.public.told': 'The state itself, and those to whom it gave a notice or a draft',
  'start.register': 'Search the register',
  'start.register-absence':
    'That an item is not found here does not mean that it is uncontrolled: Annex I, other Union acts and individual decisions may apply.',
  'start.register-field': 'Code or words',
  'start.register-hint': 'For example 3B801, 4A906 or “lithography”.',
  'start.register-link': 'Go to the register',
  'start.register-search': 'Search',
  'start.register-words':
    'The register shows the national measures that were published in a national gazette or in the Official Journal of the European Union, entry by entry, with the dates on which each applies.',
  'start.step': 'Step',
  'start.title': 'National export controls on dual-use items',
  'start.title-intro':
    'Concert is where the Member States of the European Union coordinate national export controls on dual-use items before they adopt them, and where the record is kept after they have.',
  'start.who-sees': 'Who can see it here',
} as const
