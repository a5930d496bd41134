import type { DemoList } from './lists/list.ts'
import type { Day } from '#app/measures/measure.ts'
import { allOf, draft, point } from './text.ts'

/**
 * A Polish list that nobody has adopted: invented, because the days on which real lists were notified
 * are not known. It stands in no gazette yet, so that it shows what notification alone opens, and to
 * whom.
 */
export function notifiedList(adoptedOn: Day): DemoList {
  return {
    owner: 'PL',
    kind: 'national-control-list',
    title: 'Cryogenic control electronics (invented for the demonstration)',
    language: 'en',
    grounds: ['public-security'],
    content: draft(
      {
        subject: ['National control list for control electronics that work at low temperature.'],
        grounds: ['Public security. Invented for the demonstration.'],
      },
      [
        {
          code: '3A901',
          heading: 'Integrated circuits for the control of quantum devices',
          children: [
            allOf(
              'a',
              'Integrated circuits having all of the following:',
              point('1', 'rated for operation at 4 K or less;'),
              point('2', 'a power dissipation of 10 mW or less.'),
            ),
          ],
        },
      ],
    ),
    act: {
      title: 'Act invented for the demonstration',
      number: 'Demonstration 1',
      adoptedOn: { on: adoptedOn, label: 'V', source: 'Invented for the demonstration' },
      gazette: null,
      gazetteReference: null,
      gazettedOn: null,
      inForceOn: null,
    },
  }
}

export const notification = {
  reasons:
    'Public security. Invented for the demonstration: such circuits serve quantum computers for military use.',
  description: '3A901: integrated circuits for the control of quantum devices at 4 K or less.',
  question:
    'The description names the temperature and not the power dissipation of point a.2. Please supply it.',
} as const
