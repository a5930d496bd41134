/**
 * Words that stand in no name of a quantity: pronouns, conjunctions, adverbs, auxiliary verbs and the
 * prepositions that join clauses, by language. Words between a quantity and its threshold that hold
 * one of them are no name: "**sofern** der Durchmesser", "**rarely** more than 45 mm".
 */

const en =
  'this|that|these|those|such|same|other|others|another|both|either|neither|whether|whichever|whatever|who|whom|' +
  'whose|which|what|it|they|them|he|she|we|you|one|ones|some|any|each|every|most|many|much|few|several|more|less|' +
  'fewer|least|than|as|if|when|where|while|whereas|because|since|although|though|unless|until|till|once|so|then|' +
  'thus|hence|however|moreover|therefore|otherwise|instead|also|too|only|even|just|quite|rather|very|always|often|' +
  'sometimes|never|ever|still|yet|already|again|here|there|now|about|around|above|below|beyond|beneath|beside|' +
  'besides|against|along|among|amid|behind|despite|down|except|near|off|onto|past|regarding|toward|towards|' +
  'underneath|unlike|up|upon|versus|via|without|will|would|may|might|could|should|ought|need|let|did|done|doing|' +
  'was|were|been|am|plus|minus|times|but|nor|or|and|' +
  '(?:some|any|every|no)(?:one|body|thing)|(?:wher|when|who|how)ever|rises?|falls?|drops?|reach(?:es)?|stays?|remains?|weighs?|amounts?|goes|gets?|becomes?|lies|reads|' +
  'includes?|excludes?|requires?|means|applies|apply|makes?|gives?|takes?|shows?|keeps?|runs|comes|' +
  '(?!(?:sub-?)?assembly|supply|family|anomaly)\\p{L}{3,}ly'

const enLast =
  'short|shy|capable|incapable|free|different|distinct|equal|similar|close|clear|wide|high|low|long|deep|thick|' +
  'thin|large|small|great|certain|due|subject|able|good|best|worse|ahead|out|inside|outside|half|part|rest|' +
  'smaller|larger|longer|shorter|wider|narrower|thicker|thinner|higher|lower|greater|better|worse|heavier|' +
  '(?!(?:[\\p{L}-]* )*(?:cooling|spacing|bearing|coating|pointing|opening|reading|heating|timing|ring|spring|casing|housing|winding|loading|processing|imaging|ranging|switching|scattering|thing)$)\\p{L}+ing|' +
  'tens|hundreds|thousands|dozens|differing|lying|(?!speed|feed|seed|bed|need)\\p{L}+ed'

const nl =
  'deze|die|dit|dat|zulke?|dergelijke?|welke?|wier|wiens|waar\\p{L}*|daar\\p{L}*|hier\\p{L}*|er|als|indien|wanneer|mits|' +
  'tenzij|omdat|doordat|zodat|terwijl|hoewel|ofschoon|voordat|nadat|zodra|zolang|of|en|dan|doch|echter|maar|want|dus|' +
  'noch|hetzij|zowel|ook|zelden|vaak|soms|altijd|meestal|slechts|alleen|nog|reeds|al|zeer|erg|heel|meer|minder|men|' +
  'hij|zij|ze|wij|we|u|hun|haar|ons|zich|sommige|enkele|vele?|veel|weinig|beide|ander|andere|zelfde|wordt|worden|' +
  'werd|werden|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|was|waren|hebben|heeft|zonder|tegen|naast|onder|boven|' +
  'achter|tussen|wegens|ondanks|volgens|na|sinds|langs|om|rond|te|toch|juist|net|bijna|ongeveer|bovendien|niet|geen|' +
  'vervolgens|daarna|verder|voorts|tevens|eveneens|telkens|steeds|opnieuw|tegelijk\\p{L}*|desgewenst|uiteindelijk|minus|stijgt|daalt|bereikt|blijft|weegt|ligt|komt|gaat|verschillend|los|ver|vrij'

const de =
  'deren|dessen|der-|derjenigen?|denjenigen|diejenigen?|dasjenige|desjenigen|solche[rnms]?|diese[rnms]?|jene[rnms]?|' +
  'welche[rnms]?|sofern|falls|wenn|ob|weil|da|damit|dass|obwohl|obgleich|während|bevor|nachdem|sobald|solange|soweit|' +
  'insofern|als|wie|sowohl|entweder|weder|doch|jedoch|aber|sondern|denn|sowie|bzw|selten|oft|meist|immer|stets|nur|' +
  'auch|noch|schon|etwa|sehr|mehr|weniger|wenige[rn]?|man|er|sie|es|wir|ihre?[rnms]?|seine?[rnms]?|sich|alle[rnms]?|' +
  'einige[rn]?|viele[rn]?|manche[rnms]?|beide[rnms]?|keine?[rnms]?|andere[rnms]?|ander|dabei|dazu|daher|hierbei|' +
  'wobei|wodurch|worin|wofür|ohne|gegen|neben|unter|vor|hinter|zwischen|wegen|trotz|statt|gemäß|laut|nach|seit|' +
  'wiegt|misst|steigt|sinkt|fällt|bleibt|liegt|minus|mittels|durch|werden|wird|kann|können|muss|müssen|soll|sollen|darf|dürfen|war|waren|wurde|wurden|nicht|außer'

const fr =
  "ce|cet|cette|ces|celui|celle|ceux|celles|cela|ça|qui|que|qu'\\p{L}+|quoi|dont|où|lequel|laquelle|lesquels|lesquelles|" +
  "si|quand|lorsque|puisque|comme|car|donc|or|mais|ni|soit|tandis|afin|il|elle|ils|elles|on|nous|vous|se|s'\\p{L}+|" +
  'lui|leurs?|son|sa|ses|toute?s?|tous|chaque|quelques?|plusieurs|certaine?s?|aucune?|nulle?|même|autres?|telle?s?|' +
  "plus|moins|très|trop|peu|assez|aussi|encore|déjà|toujours|souvent|rarement|parfois|jamais|pas|ne|n'\\p{L}+|est|" +
  'sont|était|sera|être|ont|peut|peuvent|doit|doivent|avoir|fait|sans|sauf|hors|hormis|contre|vers|chez|avant|après|' +
  'depuis|dès|malgré|selon|environ|près|proche|loin|autour|différent\\p{L}*|distinct\\p{L}*|diffère\\p{L}*|' +
  'celui-ci|celui-là|celle-ci|celle-là|ceux-ci|celles-ci|pèse(?:nt)?|vaut|valent|atteint|atteignent|contient|contiennent|possède|présente|comporte|tient|reste|dépasse|' +
  'toutefois|cependant|ainsi|puis|ensuite|voire|sinon|seulement'

const frLast =
  '(?!courant|montant|quadrant|cadrant|aimant|diamant|carburant|oxydant|lubrifiant|réfrigérant|liant|colorant|polluant)\\p{L}+ant|' +
  'exactement|précisément|strictement|nominalement'

const languages: ReadonlyMap<string, readonly [anywhere: RegExp, last: RegExp | null]> = new Map([
  ['en', [within(en), new RegExp(`(?:^|[ -])(?:${enLast})$`, 'iu')]],
  ['nl', [within(nl), /(?:^|\s)(?:\p{L}+end|precies|exact|strikt)$/iu]],
  // Nouns have a capital letter, and what stands before one in its name is inflected.
  ['de', [within(de), /(?:^|\s)\p{Ll}[^\s/-]*$|(?:^|\s)\p{Ll}\p{L}*(?![enrms])\p{L}(?= )/u]],
  ['fr', [within(fr), new RegExp(`(?:^|\\s)(?:${frLast})$`, 'iu')]],
])

function within(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}'’-])(?:${words})(?![\\p{L}-])`, 'iu')
}

/** Whether words that stand before a threshold can be the name of what it is of. */
export function canBeName(words: string, language: string): boolean {
  const patterns = languages.get(language)
  return !patterns?.some((pattern) => pattern?.test(words))
}
