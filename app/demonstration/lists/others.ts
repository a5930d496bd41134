import { allOf, draft, type Entry, point } from '../text.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import { type DemoList, read, told } from './list.ts'

/**
 * Orden ICT/534/2023 (BOE-A-2023-12785); the list was adopted on 31 May 2023. On which day of May the
 * gazette had it, and from when it applies, is not established.
 */
export const spain: DemoList = {
  owner: 'ES',
  kind: 'national-control-list',
  title: 'Quantum computing, additive manufacturing and other emerging technologies',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for quantum computing, additive manufacturing and other emerging technologies.',
      ],
      grounds: ['Public security.'],
      items: [
        'The order cites Article 9. The text of the entries stands in the gazette; its codes include the one below.',
      ],
    },
    [
      {
        code: '1B1901',
        heading: 'Equipment for additive manufacturing, as the order describes it',
        children: [],
      },
    ],
  ),
  act: {
    title: 'Orden ICT/534/2023',
    number: 'BOE-A-2023-12785',
    adoptedOn: read('2023-05-31', 'OJ C, C/2023/441, 20.10.2023'),
    gazette: 'Boletín Oficial del Estado',
    gazetteReference: 'BOE-A-2023-12785',
    gazettedOn: notEstablished,
    inForceOn: null,
  },
}

const arrete = 'Journal officiel de la République française, NOR ECOI2401482A'

/** One for the whole list: what it is about is known, how it is divided and coded is not. */
const franceEntries: readonly Entry[] = [
  {
    code: '',
    heading:
      'Quantum computers and their enabling technologies; design, production and test of advanced electronics, as the order describes them',
    children: [],
  },
]

/** Arrêté of 2 February 2024 (NOR ECOI2401482A), expressly a list under Article 9. */
export const france: DemoList = {
  owner: 'FR',
  kind: 'national-control-list',
  title: 'Quantum computers, enabling technologies and advanced electronics',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for the quantum computer and its enabling technologies, and for the design, production and test of advanced electronics.',
      ],
      grounds: ['Public security.'],
      items: [
        'The codes of the entries have not been read at the source; the text stands in the gazette.',
      ],
    },
    franceEntries,
  ),
  act: {
    title: 'Arrêté du 2 février 2024',
    number: 'NOR ECOI2401482A',
    adoptedOn: read('2024-02-02', arrete),
    gazette: 'Journal officiel de la République française',
    gazetteReference: 'NOR ECOI2401482A',
    gazettedOn: read('2024-02-10', arrete),
    inForceOn: read('2024-03-01', arrete),
  },
}

/** The list as updated from 1 May 2025. What changed has not been established. */
export const france2025: DemoList = {
  owner: 'FR',
  kind: 'amendment',
  title: 'Quantum computers, enabling technologies and advanced electronics: update of 2025',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: ['Update of the national control list, from 1 May 2025.'],
      grounds: ['Public security.'],
      items: ['The words of this update have not been read; the entry below is as before it.'],
    },
    franceEntries,
  ),
  act: {
    title: 'Mise à jour de la liste, en vigueur le 1er mai 2025',
    number: '',
    adoptedOn: notEstablished,
    gazette: 'Journal officiel de la République française',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: told('2025-05-01', 'Secondary sources on the French list'),
  },
}

const bekendtgoerelse = 'Order 694 of 29 May 2024 and its annexes'

const denmarkEntries: readonly Entry[] = [
  {
    code: '2B910',
    heading: 'Additive manufacturing equipment designed to produce metal components',
    logic: 'all-of',
    children: [
      point('a', 'consolidates the material by laser, electron beam or electric arc;'),
      point('b', 'works in a controlled process atmosphere.'),
    ],
  },
]

/** Act 641 of 11 June 2024 and Order 694 of 29 May 2024; in force on 1 July 2024. */
export const denmark: DemoList = {
  owner: 'DK',
  kind: 'national-control-list',
  title: 'Quantum computers, semiconductor equipment and additive manufacturing',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for quantum computers, semiconductor equipment and additive manufacturing.',
      ],
      grounds: ['Public security.'],
      items: ['General notes and definitions of Annex I apply.'],
    },
    denmarkEntries,
  ),
  act: {
    title: 'Bekendtgørelse nr. 694 af 29. maj 2024',
    number: '694/2024',
    adoptedOn: read('2024-05-29', bekendtgoerelse),
    gazette: 'National gazette (which one has not been read)',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: read('2024-07-01', bekendtgoerelse),
  },
}

/** The annexes were replaced from 1 July 2025. What changed in the entry has not been established. */
export const denmark2025: DemoList = {
  owner: 'DK',
  kind: 'amendment',
  title: 'Quantum computers, semiconductor equipment and additive manufacturing: annexes of 2025',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: ['Replacement of the annexes from 1 July 2025.'],
      grounds: ['Public security.'],
      items: ['What was changed has not been read; the entry below is as before it.'],
    },
    denmarkEntries,
  ),
  act: {
    title: 'Nye bilag til bekendtgørelse nr. 694 af 29. maj 2024',
    number: '',
    adoptedOn: notEstablished,
    gazette: 'National gazette (which one has not been read)',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: read('2025-07-01', bekendtgoerelse),
  },
}

/** Older entries of the German list, Part I Section B, as consolidated in 2022. */
export const germany: DemoList = {
  owner: 'DE',
  kind: 'national-control-list',
  title:
    'Export List, Part I Section B: parametric amplifiers, cryogenic cooling, quantum computers and older national entries',
  language: 'en',
  grounds: ['public-security', 'human-rights'],
  content: draft(
    {
      subject: [
        'Twenty-first amendment of the Foreign Trade Ordinance: Export List, Part I Section B.',
      ],
      grounds: ['Public security; human rights considerations for entry 5A902.'],
      items: [
        'The older entries below are given as consolidated in 2022; they may have changed since.',
      ],
    },
    [
      {
        code: '2B909',
        heading: 'Flow-forming machines with a roller force of more than 60 kN',
        destinations: 'Syria only',
        children: [],
      },
      {
        code: '5A902',
        heading: 'Equipment for the interception and retention of communications',
        destinations: 'Outside the Union and outside the destinations of EU001',
        logic: 'any-of',
        children: [
          point('a', 'monitoring centres for lawful interception;'),
          point('b', 'systems for the retention of data of communications.'),
        ],
      },
      {
        code: '9A994',
        heading:
          'Air-cooled piston engines with a cylinder capacity between 100 and 600 cm³ that can be used in unmanned aerial vehicles',
        destinations: 'Iran only',
        children: [],
      },
    ],
  ),
  act: {
    title: 'Einundzwanzigste Verordnung zur Änderung der Außenwirtschaftsverordnung',
    number: '21. AWV-Änderung',
    adoptedOn: notEstablished,
    gazette: 'National gazette (which one has not been read)',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: told('2024-07-23', 'Press and law firms on the 21st amendment'),
  },
}

/** Decree 1325/BIS/371 of 1 July 2024; also brokering and technical assistance. */
export const italy: DemoList = {
  owner: 'IT',
  kind: 'national-control-list',
  title: 'Items of Categories 2, 3 and 4, with brokering and technical assistance',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: ['National control list for items of Categories 2, 3 and 4.'],
      grounds: ['Public security.'],
      items: [
        'The codes of its entries have not been read at the source. It applies fifteen days after a notice in the Gazzetta Ufficiale, whose day is not established.',
      ],
    },
    [
      {
        code: '',
        heading: 'Items of Categories 2, 3 and 4, as the decree describes them',
        activities: ['export', 'brokering', 'technical-assistance'],
        children: [],
      },
    ],
  ),
  act: {
    title: 'Decreto n. 1325/BIS/371',
    number: '1325/BIS/371',
    adoptedOn: told('2024-07-01', 'Legal notes on Decree 1325/BIS/371'),
    gazette: 'Gazzetta Ufficiale',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: null,
  },
}

/** A ban on overland carriage of goods groups: not a list, limited in time. */
export const lithuania: DemoList = {
  owner: 'LT',
  kind: 'prohibition',
  title: 'Prohibition of overland carriage of certain goods groups',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'Government resolutions of 2023, extended on 29 December 2025 until 2 January 2027.',
      ],
      grounds: ['Public security.'],
      items: [
        'The measure names groups of goods, initially 57, and no codes of a list. It prohibits and requires no authorisation.',
      ],
      customs: ['Applies to carriage overland through Lithuania, Russia and Belarus.'],
    },
    [],
  ),
  act: {
    title: 'Government resolution, extension of 29 December 2025',
    number: 'Resolution of 29 December 2025',
    adoptedOn: told('2025-12-29', 'Government news on the extension'),
    gazette: null,
    gazetteReference: null,
    gazettedOn: null,
    inForceOn: null,
  },
}

/** Act 500/2024 introduces provisions on a national list; the list itself was not read. */
export const finland: DemoList = {
  owner: 'FI',
  kind: 'national-control-list',
  title: 'National control list under Act 500/2024',
  language: 'fi',
  grounds: ['public-security'],
  content: draft(
    { subject: ['National control list under Act 500/2024.'], grounds: ['Public security.'] },
    [],
  ),
  act: null,
}

/** A draft beside the Dutch one, invented for the demonstration. */
export const parallelDraft: DemoList = {
  owner: 'DE',
  kind: 'national-control-list',
  title: 'Lithography equipment: parallel draft to the Dutch amendment',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'Draft national control of lithography equipment with an overlay of up to 2.40 nm.',
      ],
      grounds: ['Public security: the risks are those set out in the Dutch draft.'],
      items: ['Authorisation would be required for the export of the item below.'],
      'annex-i': ['Entry 3B501.f.1.b of Annex I covers an overlay of 1.50 nm or less.'],
    },
    [
      {
        code: '3B901',
        heading: 'Lithography equipment',
        children: [
          allOf(
            'a',
            'Align-and-expose step-and-scan equipment, having all of the following:',
            point('1', 'a light source wavelength equal to or longer than 193 nm;'),
            point(
              '2',
              'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 2.40 nm.',
            ),
          ),
        ],
      },
    ],
  ),
  act: null,
}
