export const notices = {
  'notices.new.title': 'Write an early notice',
  'notices.new.intro':
    'Says that your state is considering a control, before there is any text of entries. It stays inside your delegation until a representative gives it.',
  'notices.new.submit': 'Keep the notice',
  'notices.edit.title': 'Early notice',
  'notices.edit.submit': 'Keep the changes',
  'notices.risk': 'Risk identified',
  'notices.risk-hint': 'What could go wrong if the items were exported as they are today.',
  'notices.technology': 'Technology',
  'notices.technology-hint': 'In a few sentences; parameters only as far as they are known.',
  'notices.envisaged': 'What is envisaged',
  'notices.envisaged-hint':
    'The kind of control and its scope as far as it is known; no entry text.',
  'notices.timetable': 'Timetable',
  'notices.timetable-hint': 'When a draft or the act is foreseen. It binds nobody.',
  'notices.contact': 'Contact',
  'notices.none': 'Nothing was said.',
  'notices.give.title': 'Give the notice',
  'notices.give.submit': 'Give the early notice',
  'notices.give.dialog': 'Give the early notice?',
  'notices.give.consequences':
    'The notice is frozen as it stands on this page, with what you have changed. It can be recalled with a trace, not erased. It has no legal effect.',
  'notices.give.not-yours': 'An authorised representative of your delegation gives it.',
} as const
