import { allOf, anyOf, draft, type Entry, note, point } from '../text.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import { type DemoList, read } from './list.ts'

const grounds = [
  'Public security: the equipment is essential for the manufacture of advanced semiconductors that can be used in military applications.',
]
const items = [
  'Authorisation is required for the export of the items below to destinations outside the Union.',
]

/** The annex of 2025: its codes and thresholds; the words are ours and shortened. */
export const netherlandsEntries: readonly Entry[] = [
  {
    code: '3B801',
    heading:
      'Equipment for the manufacture of semiconductor devices or materials, and specially designed components and accessories',
    logic: 'any-of',
    children: [
      anyOf(
        'a',
        'Equipment designed for epitaxial growth, as follows:',
        allOf(
          '4',
          'Equipment designed for epitaxial growth of silicon (Si) or silicon germanium (SiGe), having all of the following:',
          point('a', 'a pre-clean chamber that prepares the surface of the wafer;'),
          point('b', 'deposition at 685 °C or lower.'),
        ),
      ),
      anyOf(
        'c',
        'Equipment for the removal of material before deposition, as follows:',
        point(
          '1',
          'Equipment designed to remove polymer residue and copper oxide before the deposition of copper, at a vacuum equal to or less than 0.01 Pa;',
        ),
      ),
      anyOf(
        'd',
        'Equipment for atomic layer deposition, as follows:',
        allOf(
          '1',
          'Equipment for the deposition of a work-function metal, having all of the following:',
          point('a', 'deposits titanium aluminium carbide (TiAlC);'),
          point('b', 'the work function of the metal exceeds 4.0 eV;'),
          point('c', 'a precursor vessel that operates at more than 30 °C.'),
        ),
        point(
          '2',
          'Equipment designed for void-free plasma-enhanced deposition of low-k dielectrics;',
        ),
        allOf(
          '3',
          'Equipment for the deposition of molybdenum (Mo) or ruthenium (Ru), having all of the following:',
          point('a', 'a metal precursor source that operates at more than 75 °C;'),
          point(
            'b',
            'a process chamber that uses a hydrogen reductant at a pressure equal to or greater than 30 Torr.',
          ),
        ),
      ),
      anyOf(
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
            'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 2.40 nm.',
          ),
        ),
        point(
          '7',
          'Equipment designed to raise the throughput of equipment specified in 3B801.f.5 or 3B801.f.6 by 1 % or more.',
        ),
        note(
          'technical-note',
          'The minimum resolvable feature size is the wavelength multiplied by a K factor and divided by the numerical aperture.',
        ),
      ),
      point('l', 'Pellicles designed for equipment that uses extreme ultraviolet light.'),
    ],
  },
  {
    code: '3B802',
    heading: 'Inspection and metrology equipment',
    children: [
      anyOf(
        'c',
        'Equipment for semiconductor wafers, as follows:',
        allOf(
          '1',
          'Patterned-wafer inspection equipment, having all of the following:',
          point('a', 'accepts wafers with a diameter of 300 mm or more;'),
          point('b', 'detects defects of a size equal to or less than 21 nm.'),
        ),
        point(
          '2',
          'Overlay or focus metrology equipment with a measurement accuracy of 0.5 nm or better;',
        ),
      ),
    ],
  },
  {
    code: '3D809',
    heading:
      'Computational lithography software designed for the patterning of masks for deep ultraviolet exposure',
    children: [],
  },
]

const regulation = 'Staatscourant 2023, 18212, and its consolidations'

/** The compilation of October 2023 prints its codes with four digits; of its entries one is given here. */
const entries2023: readonly Entry[] = [
  {
    code: '3B1001',
    heading: 'Equipment for the manufacture of semiconductor devices or materials',
    logic: 'any-of',
    children: [point('l', 'Pellicles designed for equipment that uses extreme ultraviolet light.')],
  },
]

/** Ministerial regulation of 23 June 2023 on advanced semiconductor manufacturing equipment. */
export const netherlands: DemoList = {
  owner: 'NL',
  kind: 'national-control-list',
  title: 'Advanced semiconductor manufacturing equipment',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'National control list for advanced equipment for the manufacture of semiconductors.',
      ],
      grounds,
      items,
    },
    entries2023,
  ),
  act: {
    title: 'Regeling geavanceerde productieapparatuur voor halfgeleiders',
    number: 'Stcrt. 2023, 18212',
    adoptedOn: read('2023-06-23', regulation),
    gazette: 'Staatscourant',
    gazetteReference: 'Stcrt. 2023, 18212',
    gazettedOn: read('2023-06-30', regulation),
    inForceOn: read('2023-09-01', regulation),
  },
}

/** The amendment in force on 7 September 2024. What it changed has not been established. */
export const netherlands2024: DemoList = {
  owner: 'NL',
  kind: 'amendment',
  title: 'Advanced semiconductor manufacturing equipment: amendment of 7 September 2024',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'Amendment of the list for advanced equipment for the manufacture of semiconductors.',
      ],
      grounds,
      items: [
        ...items,
        'The words of this amendment have not been read; the entry below is as before it.',
      ],
    },
    entries2023,
  ),
  act: {
    title: 'Wijziging van de Regeling geavanceerde productieapparatuur voor halfgeleiders',
    number: '',
    adoptedOn: notEstablished,
    gazette: 'Staatscourant',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: read('2024-09-07', regulation),
  },
}

/**
 * The amendment in force on 1 April 2025. The codes of the 800 series stand in the annex of 2025; that
 * this amendment brought them, and not the one before it, is an assumption.
 */
export const netherlands2025: DemoList = {
  owner: 'NL',
  kind: 'amendment',
  title: 'Advanced semiconductor manufacturing equipment: amendment of 1 April 2025',
  language: 'en',
  grounds: ['public-security'],
  content: draft(
    {
      subject: [
        'Amendment of the list for advanced equipment for the manufacture of semiconductors.',
      ],
      grounds,
      items,
    },
    netherlandsEntries,
  ),
  act: {
    title: 'Wijziging van de Regeling geavanceerde productieapparatuur voor halfgeleiders',
    number: '',
    adoptedOn: notEstablished,
    gazette: 'Staatscourant',
    gazetteReference: null,
    gazettedOn: notEstablished,
    inForceOn: read('2025-04-01', regulation),
  },
}
