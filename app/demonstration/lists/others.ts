import { allOf, draft, point } from '../text.ts'
import type { DemoList } from './list.ts'

/**
 * A list in force stands in its gazette. Where the day is not established, the nearest day that is
 * stands in its place, and the register says so beside the name of the gazette.
 */
const dayNotVerified = ' (day not verified)'

/** Orden ICT/534/2023 (BOE-A-2023-12785); the list was adopted on 31 May 2023. */
export const spain: DemoList = {
  owner: 'ES',
  kind: 'national-control-list',
  title: 'Quantum computing, additive manufacturing and other emerging technologies',
  language: 'es',
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
    adoptedOn: '2023-05-31',
    gazette: `Boletín Oficial del Estado${dayNotVerified}`,
    gazetteReference: 'BOE-A-2023-12785',
    gazettedOn: '2023-05-31',
    inForceOn: null,
  },
}

/** Arrêté of 2 February 2024 (NOR ECOI2401482A), expressly a list under Article 9. */
export const france: DemoList = {
  owner: 'FR',
  kind: 'national-control-list',
  title: 'Quantum computers, enabling technologies and advanced electronics',
  language: 'fr',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for the quantum computer and its enabling technologies, and for the design, production and test of advanced electronics.',
      ],
      grounds: ['Public security.'],
      items: [
        'The codes of the entries have not been checked at the source; the text stands in the gazette. An entry without a code is recorded with a warning.',
      ],
    },
    [],
  ),
  act: {
    title: 'Arrêté du 2 février 2024',
    number: 'NOR ECOI2401482A',
    adoptedOn: '2024-02-02',
    gazette: 'Journal officiel de la République française',
    gazetteReference: 'NOR ECOI2401482A',
    gazettedOn: '2024-02-10',
    inForceOn: '2024-03-01',
  },
}

/** Act 641 of 11 June 2024 and Order 694 of 29 May 2024; in force on 1 July 2024. */
export const denmark: DemoList = {
  owner: 'DK',
  kind: 'national-control-list',
  title: 'Quantum computers, semiconductor equipment and additive manufacturing',
  language: 'da',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for quantum computers, semiconductor equipment and additive manufacturing.',
      ],
      grounds: ['Public security.'],
      items: ['General notes and definitions of Annex I apply.'],
    },
    [
      {
        code: '2B910',
        heading: 'Additive manufacturing equipment designed to produce metal components',
        logic: 'all-of',
        children: [
          point('a', 'consolidates the material by laser, electron beam or electric arc;'),
          point('b', 'works in a controlled process atmosphere.'),
        ],
      },
    ],
  ),
  act: {
    title: 'Bekendtgørelse nr. 694 af 29. maj 2024',
    number: '694/2024',
    adoptedOn: '2024-05-29',
    gazette: `National gazette${dayNotVerified}`,
    gazetteReference: null,
    gazettedOn: '2024-07-01',
    inForceOn: '2024-07-01',
  },
}

/** Older entries of the German list, Part I Section B, as consolidated in 2022. */
export const germany: DemoList = {
  owner: 'DE',
  kind: 'national-control-list',
  title:
    'Export List, Part I Section B: parametric amplifiers, cryogenic cooling, quantum computers and older national entries',
  language: 'de',
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
    adoptedOn: '2024-07-23',
    gazette: `National gazette${dayNotVerified}`,
    gazetteReference: null,
    gazettedOn: '2024-07-23',
    inForceOn: '2024-07-23',
  },
}

/** Decree 1325/BIS/371 of 1 July 2024; also brokering and technical assistance. */
export const italy: DemoList = {
  owner: 'IT',
  kind: 'national-control-list',
  title: 'Items of Categories 2, 3 and 4, with brokering and technical assistance',
  language: 'it',
  grounds: ['public-security'],
  content: draft(
    {
      subject: ['National control list for items of Categories 2, 3 and 4.'],
      grounds: ['Public security.'],
      items: [
        'The decree controls export, brokering and technical assistance. The codes of its entries have not been checked at the source.',
      ],
    },
    [],
  ),
  act: {
    title: 'Decreto n. 1325/BIS/371',
    number: '1325/BIS/371',
    adoptedOn: '2024-07-01',
    gazette: 'Gazzetta Ufficiale',
    gazetteReference: null,
    gazettedOn: null,
    inForceOn: null,
  },
}

/** A ban on overland carriage of goods groups: not a list, limited in time. */
export const lithuania: DemoList = {
  owner: 'LT',
  kind: 'prohibition',
  title: 'Prohibition of overland carriage of certain goods groups',
  language: 'lt',
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
    adoptedOn: '2025-12-29',
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
  language: 'de',
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
