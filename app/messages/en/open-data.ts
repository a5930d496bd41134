export const openData = {
  'open-data.search': 'A search of the register, as its page does it, page by page',
  'open-data.search-csv': 'The same search as a table',
  'open-data.entry':
    'Whether an item is controlled in a state on a day, and on which basis, with all editions of its entry',
  'open-data.edition': 'One edition of an entry',
  'open-data.edition-text':
    'The text of an edition in Akoma Ntoso 3.0, with its life and where the authentic text is',
  'open-data.measures': 'All published measures, lists or not, page by page',
  'open-data.measure': 'A published measure: act, dates, entries and text',
  'open-data.measure-text':
    'The text of a measure in Akoma Ntoso 3.0, with its life and where the authentic text is',
  'open-data.compilations': 'All compilations of national control lists',
  'open-data.openapi': 'This description of all addresses, for programs (OpenAPI 3.1)',

  'open-data.akn.control-parameter': 'Control parameter',
  'open-data.akn.in-force': 'In force',
  'open-data.akn.event.adopted': 'Adopted',
  'open-data.akn.event.gazetted': 'In the national gazette',
  'open-data.akn.event.in-force': 'Entered into force',
  'open-data.akn.event.published': 'Published in the C series (Article 9(4), first sentence)',
  'open-data.akn.event.compiled': 'In the compilation (Article 9(4), second and third sentence)',
  'open-data.akn.event.removed': 'No longer in the compilation',
  'open-data.akn.event.applies': 'This entry applies',
  'open-data.akn.event.last-day': 'Last day on which this entry applies, by its own words',
  'open-data.akn.event.ended': 'First day on which this entry no longer applies',
  'open-data.akn.event.repealed': 'Repealed',
  'open-data.akn.event.expired': 'Expired',
} as const
