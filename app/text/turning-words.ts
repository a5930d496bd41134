/**
 * The closed classes of a language that turn a threshold round or take it out: what denies, excepts,
 * excludes or prevents, as patterns in lower case. Nouns and adjectives are without end and these are
 * not, so that they can stand here in full.
 */
export interface TurningWords {
  /** From anywhere before a threshold in its clause: **lacking** an overlay ≤ 5 nm. */
  readonly exclusions: string
  /** From behind, up to the next mark or number: 5 mm or more is **not** reached. */
  readonly denials: string
  /** From behind as far as the sentence goes: 5 mm or less, if made of glass, **are excluded**. */
  readonly farDenials: string
}

/** A participle that ends its clause speaks of what stands before it: "…, excluded". */
const endsClause = '(?=\\s*(?:$|[.,;:)\\]]))'

const en: TurningWords = {
  exclusions:
    'not(?! (?:otherwise )?specified elsewhere)|never|nor|none|no(?!\\.? ?\\d|\\.)|nothing|nobody|nowhere|' +
    "without|neither|cannot|\\p{L}+n['’]t|ain['’]t|hardly|barely|scarcely|seldom|rarely|few|too|" +
    'except\\p{L}*|exclu\\p{L}*|excl|exempt\\p{L}*|unless|lest|save|saving|barring|barred|bar (?:those|any|the|all)|' +
    'other than|apart from|aside from|but for|all but|anything but|instead of|rather than|in lieu|in place of|' +
    'lack(?:s|ing|ed)?|devoid|absen(?:ce|t)|free (?:of|from)|freed|short of|far from|' +
    'outside(?! (?:diameter|dimension|radius|width|surface|wall|air|temperature)s?)|out of|off limits|' +
    'incapable|unable|unsuitable|unsuited|unfit|unusable|impossible|insufficient\\p{L}*|inadequate\\p{L}*|' +
    'ineligible|inapplicable|unlike|different(?! from one another)|differ(?:s|ed|ing)?|dissimilar|distinct from|unequal|' +
    'contrary|opposed|against|versus|vs|relative to|compared|comparison|' +
    'fail(?:s|ed|ing)?|failure to|miss(?:es|ing)|refus\\p{L}+|declin(?:es?|ed|ing)|reject\\p{L}*|' +
    'prevent\\p{L}*|avoid\\p{L}*|preclud\\p{L}*|prohibit\\p{L}*|forbid\\p{L}*|bans?|banned|banning|' +
    'blocking|blocked|suppress\\p{L}*|eliminat\\p{L}*|inhibit\\p{L}*|imped(?:e|es|ed|ing)|hinder\\p{L}*|' +
    'omit\\p{L}*|omission|ignor\\p{L}*|disregard\\p{L}*|discount(?:s|ed|ing)|waiv\\p{L}*|decontrol\\p{L}*|' +
    'dispens(?:es?|ed|ing) with|ceas\\p{L}*|stop(?:s|ped|ping)?|den(?:y|ies|ied|ying)|withdrawn?|' +
    'remov(?:es?|ed|ing)|delet\\p{L}*|repealed|replaced|no longer|formerly|previously|hitherto|' +
    'lifts?|lifted|lifting|leav(?:es?|ing) (?:out|aside)|left out|immune|carv(?:es?|ed|ing) out|minus(?! \\d)|(?:smaller|larger|longer|shorter|wider|narrower|thicker|thinner|higher|lower|greater|heavier|lighter|bigger|deeper|faster|slower) by|' +
    'than (?:that|those|the|an?|any|its|their|in|for|with|at|before)|per (?!cent)\\p{L}+|whether|(?:kept|keeps?|keeping) from|from (?!ranging)\\p{L}+ing|regardless|irrespective|independent(?:ly)? of|notwithstanding|despite|in spite|' +
    'preferabl\\p{L}*|preferred|ideally|desirabl\\p{L}*|optional\\p{L}*|recommended|for example|for instance|e\\.g|say',
  denials:
    "not|never|cannot|\\p{L}+n['’]t|excluded|excepted|exempt(?:ed)?|prohibited|forbidden|disregarded|ignored|" +
    'out of (?:the )?scope|outside|aside|apart|notwithstanding|' +
    'carved out|left out|lifted|(?:smaller|larger|longer|shorter|wider|narrower|thicker|thinner|higher|lower|greater|heavier|lighter|bigger|deeper|faster|slower)(?! (?:than|or|\\())',
  farDenials:
    "(?:(?:is|are|be|being|been|do|does|shall|will|must|may|can|has|have)(?:,? \\p{L}+){0,6},? (?:not|never)|cannot|\\p{L}+n['’]t|never)" +
    '(?! (?:be )?(?:exceed\\p{L}*|in excess|more|less|greater|lower|higher|larger|smaller|fewer|longer|shorter|above|below|over|under|specified))|' +
    '(?:is|are|be|being|been|shall|will|remain|remains)(?:,? \\p{L}+){0,6},? (?:excluded|excepted|exempt(?:ed)?|prohibited|forbidden|' +
    'disregarded|ignored|outside|out of|free|unaffected|decontrolled|released|omitted|deleted)|' +
    `(?:excluded|excepted|exempt(?:ed)?|aside|apart|notwithstanding|disregarded|prohibited|forbidden)${endsClause}`,
}

const nl: TurningWords = {
  exclusions:
    'niet|geen|nooit|nimmer|noch|evenmin|nergens|niemand|niets|nauwelijks|amper|zelden|weinig|zonder|' +
    'behalve|behoudens|tenzij|uitgez\\p{L}*|uitzonder\\p{L}*|uitsluit\\p{L}*|uitgesl\\p{L}*|exclu\\p{L}*|excl|' +
    'anders? dan|andere dan|buiten|afgezien|in plaats van|in de plaats van|ontbre\\p{L}*|ontbeer\\p{L}*|' +
    'gebrek aan|bij gebrek|afwezig\\p{L}*|vrij van|vrijgesteld\\p{L}*|vrijstell\\p{L}*|ontheven|' +
    'ongeschikt\\p{L}*|onbekwaam|onmogelijk|onvoldoende|ontoereikend\\p{L}*|ontoelaatbaar|verboden|verb(?:ie|oo)d\\p{L}*|' +
    'voorkom\\p{L}*|voorkwam|vermijd\\p{L}*|verhinder\\p{L}*|belet\\p{L}*|onderdruk(?:t|ken|kend\\p{L}*)|blokke\\p{L}*|' +
    'weiger\\p{L}*|weglat\\p{L}*|weggelaten|nege(?:er|r)\\p{L}*|faal\\p{L}*|falen\\p{L}*|mislukt?|vervallen|vervalt|' +
    'dan (?:die|de|het|een|bij|dat|voor)|minus(?! \\d)|min (?:die|de|het)|per \\p{L}+|hetzij|ongeacht|ondanks|niettegenstaande|onverminderd|onafhankelijk van|in tegenstelling|ten opzichte|vergeleken|' +
    'verschil(?:t|len|lend\\p{L}*)|afwijk(?:t|en|end\\p{L}*)|ongelijk\\p{L}*|verwijderd\\p{L}*|' +
    'te (?:klein|groot|kort|lang|laag|hoog|dun|dik|smal|breed|licht|zwaar|zwak|sterk|weinig|veel)|' +
    'bij voorkeur|liefst|idealiter|bijvoorbeeld|bijv|bv|facultatief|aanbevolen|voorheen|vroeger|eerder',
  denials:
    '(?:groter|kleiner|hoger|lager|langer|korter|breder|smaller|dikker|dunner|zwaarder|lichter)(?! (?:dan|of))|niet|nooit|uitgezonderd|uitgesloten|vrijgesteld|verboden|ongeacht|daargelaten|geen|na(?=\\s*(?:$|[.,;:)]))',
  farDenials:
    '(?:zijn|is|worden|wordt|vallen|valt|gelden|geldt|blijven|blijft)(?:,? \\p{L}+){0,6},? (?:niet|geen|nooit|uitgezonderd|' +
    'uitgesloten|vrijgesteld|verboden|buiten)(?! (?:meer|minder|hoger|lager|groter|kleiner|langer|korter))|' +
    `(?:uitgezonderd|uitgesloten|vrijgesteld|verboden|daargelaten|niet|na)${endsClause}`,
}

const de: TurningWords = {
  exclusions:
    'nicht|kein(?:e[rnms]?)?|nie|niemals|nimmer|niemand|nirgend\\p{L}*|nichts|ohne|weder|noch|kaum|selten|schwerlich|wenige|' +
    'außer|außerhalb|ausnahm\\p{L}*|ausgen\\p{L}*|ausn(?:e|i)hm\\p{L}*|ausnimmt|ausschl\\p{L}*|ausgeschl\\p{L}*|schlie(?:ß|ss)t|' +
    'nimmt|exkl\\p{L}*|sei denn|bis auf|andere[rnms]? als|anders als|abgesehen|abzüglich|' +
    'unfähig|ungeeignet\\p{L}*|unmöglich|unzulässig|unzureichend|verboten\\p{L}*|verbiet\\p{L}*|untersag\\p{L}*|' +
    'statt|anstatt|anstelle|frei von|befreit\\p{L}*|befreiung\\p{L}*|freigestellt\\p{L}*|freistell\\p{L}*|' +
    'fehl(?:t|en|te|ten|end\\p{L}*)|mangels?|mangelnd\\p{L}*|verhinder\\p{L}*|vermeid\\p{L}*|vermied\\p{L}*|' +
    'unterdrück\\p{L}*|unterb(?:i|u)nd\\p{L}*|blockier\\p{L}*|sperrt|sperren|verfehl\\p{L}*|unterl(?:a|ä)ss\\p{L}*|' +
    'verzicht\\p{L}*|entf(?:a|ä)ll\\p{L}*|versag\\p{L}*|verweiger\\p{L}*|ablehn\\p{L}*|abgelehnt\\p{L}*|scheiter\\p{L}*|' +
    'ungeachtet|unbeschadet|unabhängig von|trotz|entgegen|gegenüber|gegensatz|im unterschied|unterscheid\\p{L}*|verglichen|vergleich|' +
    'verschieden\\p{L}*|abweich(?:t|en|end\\p{L}*)|ungleich\\p{L}*|jenseits|diesseits|' +
    'zu (?:klein|groß|kurz|lang|gering|niedrig|hoch|dünn|dick|schmal|breit|leicht|schwer|schwach|stark|wenig|viel)|' +
    'vorzugsweise|bevorzugt\\p{L}*|idealerweise|möglichst|zum beispiel|beispielsweise|z\\. ?b|etwa|optional|empfohlen\\p{L}*|' +
    'als (?:der|die|das|dem|den|bei|eine?[rnms]?|jene[rnms]?|solche[rnms]?) (?=\\p{L}+ (?:von|mit))|minus(?! \\d)|(?:pro|je) \\p{L}+|früher|bisher|vormals|gestrichen|aufgehoben',
  denials:
    'nicht|nie|niemals|kein(?:e[rnms]?)?|ausgenommen|ausgeschlossen|befreit|freigestellt|verboten|unzulässig|ungeachtet|' +
    '(?:größer|kleiner|höher|niedriger|länger|kürzer|breiter|schmaler|dicker|dünner|schwerer|leichter)(?! ?(?:als|\\/|gleich|oder|\\())|außer acht|unberücksichtigt',
  farDenials:
    '(?:sind|ist|werden|wird|gelten|gilt|fallen|fällt|unterliegen|unterliegt|bleiben|bleibt)(?:,? \\p{L}+){0,6},? (?:nicht|nie|kein(?:e[rnms]?)?|' +
    'ausgenommen|ausgeschlossen|befreit|freigestellt|verboten|unzulässig|außer|unberücksichtigt)' +
    '(?! (?:mehr|weniger|größer|kleiner|höher|niedriger|länger|kürzer|über|unter))|' +
    `(?:ausgenommen|ausgeschlossen|befreit|freigestellt|verboten|unberücksichtigt|nicht|aus)${endsClause}`,
}

const fr: TurningWords = {
  exclusions:
    "(?<!(?:un|le|au|du) )pas|jamais|guère|ne|n['’]\\p{L}+|ni|aucune?s?|nul(?:le)?s?|rien|personne|rarement|peu|à peine|trop|" +
    "sans|sauf|hors(?! tout)|hormis|dehors|outre|à part|abstraction|except\\p{L}*|exclu\\p{L}*|à moins qu\\p{L}*['’]?|à moins d['’]\\p{L}+|" +
    'autres? que|autrement|différent(?:e|s|es)?|diffèr\\p{L}*|différer|à la différence|distincte?s?|' +
    "contrairement|opposition|opposée?s?|au lieu|à la place|plutôt qu\\p{L}*['’]?|loin|faute|à défaut|absence|absente?s?|" +
    'dépourvu\\p{L}*|démuni\\p{L}*|exempt\\p{L}*|exonér\\p{L}*|dispens\\p{L}*|incapables?|inaptes?|impropres?|' +
    'impossibles?|insuffisa\\p{L}*|interdi\\p{L}*|empêch\\p{L}*|évit\\p{L}*|bloqu\\p{L}*|supprim\\p{L}*|élimin\\p{L}*|' +
    'omet\\p{L}*|omis\\p{L}*|ignor\\p{L}*|refus\\p{L}*|rejet\\p{L}*|manqu\\p{L}*|échou\\p{L}*|écart(?:e|ent|és?|ées?|ant)|' +
    'non (?:visée?s?|couverte?s?|soumise?s?|contrôlée?s?|comprise?s?|incluse?s?|concernée?s?)|' +
    'que (?:ceux|celles|celui|celle)|moins (?:ceux|celles|celui|celle|les|la)|déduction|nonobstant|malgré|indépendamment|comparée?s?|comparaison|par rapport|retir\\p{L}*|abrog\\p{L}*|remplacée?s?|' +
    'préférence|préférablement|idéalement|par exemple|p\\. ?ex|facultati\\p{L}*|éventuellement|anciennement|auparavant|précédemment',
  denials:
    'près|(?:plus|moins) (?:grand|petit|haut|bas|long|court|large|épais|lourd|léger|élevé|faible)\\p{L}*|pas|jamais|exclue?s?|exclu(?:t|ent)|exceptée?s?|exemptée?s?|dispensée?s?|interdite?s?|hors|nonobstant',
  farDenials:
    "(?:ne |n['’])(?!\\p{L}*(?:ant|dépassent?|excèdent?|dépasse|excède)(?!\\p{L}))\\p{L}+(?: \\p{L}+){0,2} (?:pas|jamais|plus|point)|" +
    '(?:est|sont|soit|soient|été|être|étant|restent?|demeurent?)(?:,? \\p{L}+){0,6},? (?:pas|exclue?s?|exceptée?s?|exemptée?s?|' +
    'dispensée?s?|interdite?s?|hors|exonérée?s?)|' +
    `(?:exclue?s?|exclut|excluent|exceptée?s?|exemptée?s?|dispensée?s?|interdite?s?|mise?s? à part)${endsClause}`,
}

/** What excepts and denies in the languages that the concordance reads besides: before a threshold and behind it. */
const only = (exclusions: string): TurningWords => ({
  exclusions,
  denials: exclusions,
  farDenials: '(?!)',
})

const es = only(
  'no|ni|nunca|jamás|sin|salvo|except\\p{L}*|exclu\\p{L}*|menos (?:que|los|las)|a menos|ningun[oa]?|ningún|nada|fuera|' +
    'distint[oa]s?|diferentes?|aparte|carent\\p{L}*|ausencia|exent[oa]s?|incapa\\p{L}+|impid\\p{L}*|imped\\p{L}*|evit\\p{L}*|prohib\\p{L}*|en lugar|apenas|raramente|demasiado',
)
const it = only(
  'non|né|mai|senza|salvo|tranne|eccett\\p{L}*|eccezion\\p{L}*|esclu\\p{L}*|meno che|nessun\\p{L}*|niente|nulla|fuori|fuorché|' +
    'divers[oaie]|different[ei]|a parte|priv[oaie]|assen\\p{L}*|esent\\p{L}*|incapac\\p{L}*|impedi\\p{L}*|evit\\p{L}*|viet\\p{L}*|invece|raramente|troppo',
)
const pt = only(
  'não|nem|nunca|jamais|sem|salvo|exce[tç]\\p{L}*|except\\p{L}*|exclu\\p{L}*|a menos|nenhum\\p{L}*|nada|fora|' +
    'distint[oa]s?|diferentes?|exceção|ausência|isent[oa]s?|incapa\\p{L}+|imped\\p{L}*|evit\\p{L}*|proib\\p{L}*|em vez|raramente|demasiado',
)
const sv = only(
  'inte|ej|icke|aldrig|ingen|inga|inget|utan|utom|undantag\\p{L}*|undanta\\p{L}*|exklu\\p{L}*|uteslut\\p{L}*|såvida|annat än|andra än|' +
    'frånsett|bortsett|varken|eller ej|sakna\\p{L}*|förhindra\\p{L}*|hindra\\p{L}*|undvik\\p{L}*|förbjud\\p{L}*|knappast|sällan|för (?:liten|stor)',
)
const da = only(
  'ikke|ej|aldrig|ingen|intet|uden|undtag\\p{L}*|eksklu\\p{L}*|udeluk\\p{L}*|medmindre|andet end|andre end|bortset|hverken|' +
    'mangle\\p{L}*|forhindr\\p{L}*|hindr\\p{L}*|undgå\\p{L}*|forbyd\\p{L}*|forbudt|næppe|sjældent|for (?:lille|stor)',
)
const pl = only(
  'nie|ani|nigdy|bez|oprócz|prócz|poza|wyjąt\\p{L}*|wyłącz\\p{L}*|wyklucz\\p{L}*|chyba że|żad\\p{L}*|innych niż|inne niż|inny niż|' +
    'z pominięciem|brak\\p{L}*|zapobieg\\p{L}*|unika\\p{L}*|zabron\\p{L}*|zamiast|rzadko|ledwie|zbyt|różn(?:y|e|ych|i) od',
)
const fi = only(
  'ei|eivät|eikä|älä|en|emme|ilman|paitsi|lukuun ottamatta|poikke\\p{L}*|muut? kuin|muiden kuin|ellei\\p{L}*|jollei\\p{L}*|vailla|' +
    'puuttu\\p{L}*|estä\\p{L}*|välttä\\p{L}*|kielle\\p{L}*|sijasta|tuskin|harvoin|liian|ulkopuol\\p{L}*',
)

const languages: ReadonlyMap<string, TurningWords> = new Map([
  ['es', es],
  ['it', it],
  ['pt', pt],
  ['sv', sv],
  ['da', da],
  ['pl', pl],
  ['fi', fi],
  ['en', en],
  ['nl', nl],
  ['de', de],
  ['fr', fr],
])

/**
 * Words that deal several amounts out to several names: lenses and mirrors exceeding 5 mm and 10 mm
 * **respectively**. Which is whose is not told, so that they take out what stands in their clause.
 */
const distributing: ReadonlyMap<string, string> = new Map([
  ['en', 'respective(?:ly)?|resp|in (?:that|this|the same|the (?:given|respective)) order|in turn'],
  [
    'nl',
    'respectievelijke?|respectieve|resp|onderscheidenlijk|c\\.q|in (?:die|deze|dezelfde) volgorde',
  ],
  ['de', 'bzw|beziehungsweise|respektive|resp|in (?:dieser|derselben|gleicher|der) Reihenfolge'],
  ['fr', "respectivement|respecti(?:fs?|ves?)|resp|dans (?:cet|le même|l['’]) ?ordre"],
])

/** Null for a language of which they are not known in full. */
export function turningWordsIn(language: string): TurningWords | null {
  const words = languages.get(language)
  const dealing = distributing.get(language)
  if (!words || dealing === undefined) return words ?? null
  const { exclusions, denials, farDenials } = words
  return {
    exclusions: `${exclusions}|${dealing}`,
    denials,
    farDenials: `${farDenials}|${dealing}`,
  }
}
