import type { Content } from '#app/text/content.ts'
import { netherlandsEntries } from './lists/netherlands.ts'
import { allOf, anyOf, draft, type Entry, note, point } from './text.ts'

/**
 * A Dutch amendment that nobody has proposed: invented for the demonstration, on the real list. In
 * its second version the overlay of f.6 is narrower, f.8 is new, and a.4 follows Annex I.
 */

const grounds = [
  'Public security. The equipment below can be used to manufacture semiconductors for advanced military systems.',
  'The controls concern objective technical parameters and name no country.',
]

const risk = [
  'National risk assessment: equipment that has been upgraded after delivery reaches the overlay of newer models, so that a control of new models alone is circumvented.',
  'The assessment rests on licensing data, on information from industry and on a technical study of field upgrades.',
]

function entries(isSecond: boolean): readonly Entry[] {
  const [equipment, ...others] = netherlandsEntries
  if (!equipment) throw new Error('the Dutch list has entries')
  return [
    {
      ...equipment,
      children: equipment.children.map((child) => {
        if (child.kind !== 'point') return child
        if (child.label === 'a' && isSecond) return epitaxy
        if (child.label === 'f') return lithography(isSecond)
        return child
      }),
    },
    ...others,
  ]
}

const epitaxy = anyOf(
  'a',
  'Equipment designed for epitaxial growth, as follows:',
  allOf(
    '4',
    'Equipment designed for epitaxial growth of silicon (Si) or silicon germanium (SiGe), having all of the following:',
    point('a', 'a pre-clean chamber that prepares the surface of the wafer;'),
    point('b', 'deposition below 685 °C.'),
  ),
)

function lithography(isSecond: boolean) {
  return anyOf(
    'f',
    'Lithography equipment, as follows:',
    allOf(
      '5',
      'Align-and-expose step-and-scan equipment for wafer processing that uses photo-optical methods, having all of the following:',
      point('a', 'a light source wavelength equal to or longer than 193 nm;'),
      point(
        'b',
        'a capability to produce a pattern with a minimum resolvable feature size of 45 nm or less;',
      ),
      point('c', 'a maximum dedicated chuck overlay equal to or less than 1.50 nm.'),
    ),
    allOf(
      '6',
      'Align-and-expose step-and-scan equipment that meets points a and b of 3B801.f.5, having the following:',
      point(
        'a',
        isSecond
          ? 'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 2.40 nm, as specified by the manufacturer at delivery or after an upgrade.'
          : 'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 3.00 nm.',
      ),
    ),
    point(
      '7',
      isSecond
        ? 'Equipment and software designed to raise the throughput of equipment specified in 3B801.f.5 or 3B801.f.6 by 1 % or more;'
        : 'Equipment designed to raise the throughput of equipment specified in 3B801.f.5 or 3B801.f.6 by 1 % or more;',
    ),
    ...(isSecond
      ? [
          point(
            '8',
            'Kits designed to improve the overlay of installed equipment to a value specified in 3B801.f.5 or 3B801.f.6.',
          ),
        ]
      : []),
    note(
      'technical-note',
      'The minimum resolvable feature size is the wavelength multiplied by a K factor of 0.25 and divided by the numerical aperture.',
    ),
  )
}

export const firstVersion: Content = draft(
  {
    subject: [
      'Amendment of the list for advanced semiconductor manufacturing equipment: overlay of immersion scanners.',
    ],
    grounds,
    risk,
    items: ['In the list, entry 3B801 is replaced by the following.'],
    'annex-i': [
      'Entry 3B501.f.1.b of Annex I covers an overlay of 1.50 nm or less. Nothing in Annex I was found for a larger overlay.',
    ],
    operators: [
      'Three manufacturers and an unknown number of service companies in the Union are concerned.',
    ],
    industry: ['The trade association was asked for its view on the parameters.'],
    customs: [
      'The equipment is declared under heading 8486; the overlay is not visible to customs.',
    ],
    'lead-time': ['Entry into force two months after publication in the gazette.'],
  },
  entries(false),
)

export const secondVersion: Content = draft(
  {
    subject: [
      'Amendment of the list for advanced semiconductor manufacturing equipment: overlay of immersion scanners.',
    ],
    grounds,
    risk,
    items: ['In the list, entry 3B801 is replaced by the following.'],
    'annex-i': [
      'Entry 3B501.f.1.b of Annex I covers an overlay of 1.50 nm or less. Nothing in Annex I was found for a larger overlay.',
      'Point a.4 now follows 3B501.a.4, which speaks of a deposition below 685 °C.',
    ],
    operators: [
      'Three manufacturers and an unknown number of service companies in the Union are concerned.',
      'Servicing of equipment that was delivered before entry into force stays possible for twelve months.',
    ],
    industry: [
      'The trade association was asked for its view on the parameters; its answer is attached to the file.',
    ],
    customs: [
      'The equipment is declared under heading 8486. The manufacturer states the overlay in the technical annex to the contract, which customs may ask for.',
    ],
    'lead-time': ['Entry into force three months after publication in the gazette.'],
  },
  entries(true),
)
