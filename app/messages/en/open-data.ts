export const openData = {
  'open-data.search': 'A search of the register, as its page does it, page by page',
  'open-data.search-csv': 'The same search as a table',
  'open-data.entry':
    'Whether an item is controlled in a state on a day, and on which basis, with all editions of its entry',
  'open-data.edition': 'One edition of an entry',
  'open-data.measures': 'All published measures, lists or not, page by page',
  'open-data.measure': 'A published measure: act, dates, entries and text',
  'open-data.compilations': 'All compilations of national control lists',
  'open-data.openapi': 'This description of all addresses, for programs (OpenAPI 3.1)',
} as const
