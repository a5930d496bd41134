/**
 * The little words that stand around the name of a quantity and are no part of it, by language:
 * "**mit einer** Breite **von** < 10 mm". A word that ends in an apostrophe touches the next.
 */
export interface LittleWords {
  /** Before the name. */
  readonly articles: string
  /** Between the name and its threshold: prepositions, and verbs that say no more than "is". */
  readonly links: string
  /** What stands before them speaks of something else. */
  readonly openers: string
  /** As `openers`, if no article follows they join two names into one: diameter **or** axis length. */
  readonly alternatives: string
  /** Openers that attach a noun to another one, which may be what is measured: absorption **in** silicon. */
  readonly attaching: string
  /** They name where something is measured and not what: in **each** axis. */
  readonly each: string
  /** More than one of these in a name, and it is not told what of it is measured. */
  readonly chains: string
}

const english: LittleWords = {
  articles: 'an?|the|any|their|its|all|entire',
  links:
    'of|is|are|being|be|at|to|for|by|equal|has|have|having|shall|must|does|do|can|can be|values?|' +
    'operates|operated|operating|maintained|maintains|ranging|anywhere',
  openers:
    'and|but|exceeds?|exceeding|with|having|has|have|which|where|whose|that|at|by|for|from|in|on|under|through|using|' +
    'uses|to|is|are|be|being|within|per|into|as|not|no|detects|detecting|measures|' +
    'measuring|achiev(?:es?|ing)|produc(?:es?|ing)|provid(?:es?|ing)|deliver(?:s|ing)|offer(?:s|ing)|attain(?:s|ing)|' +
    'exhibit(?:s|ing)|yield(?:s|ing)|giving|gives|possess(?:es|ing)|featur(?:es|ing)|obtain(?:s|ing)|ensur(?:es|ing)|' +
    'demonstrat(?:es|ing)|allow(?:s|ing)|permit(?:s|ting)|enabl(?:es|ing)|support(?:s|ing)|requir(?:es|ing)|' +
    'containing|contains|capable of operating|capable of|capable|over|across|throughout|' +
    'during|after|before',
  alternatives: 'or',
  attaching:
    '(?<!(?:ing|ed) )(?:at|by|for|from|in|on|under|through|to|within|per|into|over|across|throughout|during|after|before)',
  each: 'each|every',
  chains: '(?!)',
}

const littleWords: ReadonlyMap<string, LittleWords> = new Map([
  [
    'nl',
    {
      articles: "de|het|een|'n",
      links: 'van|bij|op|tot|aan|is|zijn|bedraagt|variërend|gaande|lopend|uiteenlopend|strikt',
      openers:
        'met|en|bij|voor|binnen|op|in|door|tot|over|waarvan|die|dat|heeft|hebben|bevat|bevatten',
      alternatives: 'of',
      attaching: 'bij|voor|binnen|op|in|door|tot|over',
      each: 'elke?|iedere?',
      chains: '(?!)',
    },
  ],
  [
    'de',
    {
      articles: 'der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines',
      links: 'von|vom|bei|zu|auf|ist|sind|beträgt|ab|um',
      openers:
        'mit|und|bei|in|im|innerhalb|für|aus|über|von|vom|auf|am|an|entlang|bis|zum|zur|zu|ist|' +
        'sind|hat|haben|enthält|enthalten',
      alternatives: 'oder',
      attaching: 'bei|in|im|innerhalb|für|aus|über|von|vom|auf|am|an|entlang|bis|zum|zur|zu',
      each: 'jede[rsmn]?',
      chains: '(?!)',
    },
  ],
  [
    'fr',
    {
      articles: "une?|la|les?|des|du|l'",
      links: "de|du|des|d'|à|au|aux|en|est|sont|comprise?s?|allant|variant|s'étendant|strictement",
      openers:
        'ayant|possédant|présentant|avec|et|pendant|pour|dont|soit|sous|dans|contenant|par|sur|' +
        "produire|constituée?s?|enrichie?s?|(?:d'|à )une?|à des",
      alternatives: 'ou',
      attaching: 'pendant|pour|sous|dans|par|sur|entre',
      each: 'chaque',
      chains: "de|d'|du|des",
    },
  ],
  [
    'it',
    {
      articles: "un|uno|una|un'|il|lo|la|i|gli|le|l'",
      links: 'di|del|della|dello|da|a|ad|al|con|in|è|sono',
      openers: 'con|e|per|aventi|avente|contenente|contenenti',
      alternatives: 'o',
      attaching: '(?!)',
      each: 'ogni|ciascuno?',
      chains: '(?!)',
    },
  ],
  [
    'es',
    {
      articles: 'un|una|unos|unas|el|la|los|las',
      links: 'de|del|a|al|con|en|es|son',
      openers: 'con|y|para|que|contenga|contengan',
      alternatives: 'o',
      attaching: '(?!)',
      each: 'cada',
      chains: '(?!)',
    },
  ],
])

/** Of a language that is not known here, those of English. */
export function littleWordsIn(language: string): LittleWords {
  return littleWords.get(language) ?? english
}
