import type { ContentNode } from '#app/text/content.ts'
import { entry, heading, note, paragraph, point, run } from './sample.ts'

/** One entry in several languages, written for these tests: what an entry of a list can hold. */

type Words = Readonly<
  Record<
    | 'heading'
    | 'a'
    | 'b'
    | 'b1'
    | 'b2'
    | 'b3'
    | 'c'
    | 'd'
    | 'd1'
    | 'd2'
    | 'e'
    | 'f'
    | 'note'
    | 'technical'
    | 'power'
    | 'nb',
    string
  >
>

const words = {
  en: {
    heading: 'Equipment for the manufacture of semiconductor devices',
    a: 'Equipment for the epitaxy of Si or SiGe with a deposition at 685 °C or lower;',
    b: 'Equipment that aligns and exposes, with all of the following:',
    b1: 'a light source with a wavelength of 193 nm or more;',
    b2: 'a chuck overlay > 1.50 nm and ≤ 2.40 nm;',
    b3: 'a resolution ≤ 45 nm for wafers of 300 mm;',
    c: 'Cooling systems with a power ≥ 600 µW at ≤ 0.1 K for more than 48 h;',
    d: 'Computers with one of the following:',
    d1: 'between 34 and 99 qubits and a C-NOT error ≤ 10⁻⁴;',
    d2: 'at least 2 000 qubits;',
    e: 'Machines with a force > 60 kN and a displacement of 100 cm³ to 600 cm³;',
    f: 'Metal of TiAlC with a work function > 4.0 eV, from a vessel > 30 °C with hydrogen at ≥ 30 Torr, tested at −40 °C ± 5 °C.',
    note: '3B999.a does not control equipment that is specified in 3B001.f.1.b or 2B910.',
    technical: 'The resolution is computed with K = 0.25 and a step of ',
    power: ' mm in each of 3 axes.',
    nb: 'For gold (CAS 7440-57-5) and CO₂ see EU001 and point b.2.',
  },
  de: {
    heading: 'Ausrüstung für die Herstellung von Halbleiterbauelementen',
    a: 'Ausrüstung für die Epitaxie von Si oder SiGe mit einer Abscheidung bei 685 °C oder niedriger;',
    b: 'Ausrüstung zum Ausrichten und Belichten mit allen folgenden Eigenschaften:',
    b1: 'eine Lichtquelle mit einer Wellenlänge von 193 nm oder mehr;',
    b2: 'eine Überlagerungsgenauigkeit > 1,50 nm und ≤ 2,40 nm;',
    b3: 'für Wafer von 300 mm eine Auflösung ≤ 45 nm;',
    c: 'Kühlsysteme, die bei ≤ 0,1 K mehr als 48 h lang eine Leistung ≥ 600 µW haben;',
    d: 'Rechner mit einer der folgenden Eigenschaften:',
    d1: 'zwischen 34 und 99 Qubits und ein C-NOT-Fehler ≤ 10⁻⁴;',
    d2: 'mindestens 2 000 Qubits;',
    e: 'Maschinen mit einer Kraft > 60 kN und einem Hubraum von 100 cm³ bis 600 cm³;',
    f: 'Metall aus TiAlC mit einer Austrittsarbeit > 4,0 eV, aus einem Gefäß > 30 °C mit Wasserstoff bei ≥ 30 Torr, geprüft bei −40 °C ± 5 °C.',
    note: '3B999a erfasst keine Ausrüstung, die in 3B001f1b oder 2B910 genannt ist.',
    technical: 'Die Auflösung wird mit K = 0,25 berechnet und mit einem Schritt von ',
    power: ' mm in jeder von 3 Achsen.',
    nb: 'Zu Gold (CAS 7440-57-5) und CO₂ siehe EU001 und Buchstabe b2.',
  },
  fr: {
    heading: 'Équipements pour la fabrication de dispositifs à semi-conducteurs',
    a: 'Équipements pour l’épitaxie de Si ou de SiGe, dont le dépôt se fait à 685 °C ou moins ;',
    b: 'Équipements qui alignent et exposent, présentant toutes les caractéristiques suivantes :',
    b1: 'une source lumineuse d’une longueur d’onde de 193 nm ou plus ;',
    b2: 'une superposition > 1,50 nm et ≤ 2,40 nm ;',
    b3: 'une résolution ≤ 45 nm pour des plaquettes de 300 mm ;',
    c: 'Systèmes de refroidissement d’une puissance ≥ 600 µW à ≤ 0,1 K pendant plus de 48 h ;',
    d: 'Ordinateurs présentant l’une des caractéristiques suivantes :',
    d1: 'entre 34 et 99 qubits et une erreur C-NOT ≤ 10⁻⁴ ;',
    d2: 'au moins 2 000 qubits ;',
    e: 'Machines d’une force > 60 kN et d’une cylindrée de 100 cm³ à 600 cm³ ;',
    f: 'Métal en TiAlC ayant un travail de sortie > 4,0 eV, provenant d’un récipient > 30 °C avec de l’hydrogène à ≥ 30 Torr, éprouvé à −40 °C ± 5 °C.',
    note: '3B999.a ne vise pas les équipements mentionnés sous 3B001.f.1.b ou 2B910.',
    technical: 'La résolution est calculée avec K = 0,25 et un pas de ',
    power: ' mm dans chacun des 3 axes.',
    nb: 'Pour l’or (CAS 7440-57-5) et le CO₂, voir EU001 et le point b.2.',
  },
  es: {
    heading: 'Equipos para la fabricación de dispositivos semiconductores',
    a: 'Equipos para la epitaxia de Si o SiGe con una deposición a 685 °C o menos;',
    b: 'Equipos que alinean y exponen, con todas las características siguientes:',
    b1: 'una fuente de luz con una longitud de onda de 193 nm o más;',
    b2: 'una superposición > 1,50 nm y ≤ 2,40 nm;',
    b3: 'para obleas de 300 mm, una resolución ≤ 45 nm;',
    c: 'Sistemas de refrigeración con una potencia ≥ 600 µW a ≤ 0,1 K durante más de 48 h;',
    d: 'Ordenadores con una de las características siguientes:',
    d1: 'entre 34 y 99 cúbits y un error C-NOT ≤ 10⁻⁴;',
    d2: 'al menos 2 000 cúbits;',
    e: 'Máquinas con una fuerza > 60 kN y una cilindrada de 100 cm³ a 600 cm³;',
    f: 'Metal de TiAlC con una función de trabajo > 4,0 eV, de un recipiente > 30 °C con hidrógeno a ≥ 30 Torr, ensayado a −40 °C ± 5 °C.',
    note: '3B999.a no somete a control los equipos especificados en 3B001.f.1.b o 2B910.',
    technical: 'La resolución se calcula con K = 0,25 y un paso de ',
    power: ' mm en cada uno de los 3 ejes.',
    nb: 'Para el oro (CAS 7440-57-5) y el CO₂, véanse EU001 y el punto b.2.',
  },
  pl: {
    heading: 'Sprzęt do wytwarzania przyrządów półprzewodnikowych',
    a: 'Sprzęt do epitaksji Si lub SiGe z osadzaniem w temperaturze 685 °C lub niższej;',
    b: 'Sprzęt do pozycjonowania i naświetlania, mający wszystkie następujące cechy:',
    b1: 'źródło światła o długości fali co najmniej 193 nm;',
    b2: 'nałożenie > 1,50 nm i ≤ 2,40 nm;',
    b3: 'rozdzielczość ≤ 45 nm dla płytek o średnicy 300 mm;',
    c: 'Układy chłodzenia o mocy ≥ 600 µW przy ≤ 0,1 K przez ponad 48 h;',
    d: 'Komputery mające jedną z następujących cech:',
    d1: 'od 34 do 99 kubitów i błąd C-NOT ≤ 10⁻⁴;',
    d2: 'co najmniej 2 000 kubitów;',
    e: 'Maszyny o sile > 60 kN i pojemności od 100 cm³ do 600 cm³;',
    f: 'Metal z TiAlC o pracy wyjścia > 4,0 eV, z naczynia > 30 °C z wodorem przy ≥ 30 Torr, badany w −40 °C ± 5 °C.',
    note: '3B999.a nie obejmuje kontrolą sprzętu określonego w 3B001.f.1.b lub 2B910.',
    technical: 'Rozdzielczość oblicza się przy K = 0,25 i kroku ',
    power: ' mm w każdej z 3 osi.',
    nb: 'W odniesieniu do złota (CAS 7440-57-5) i CO₂ zob. EU001 i lit. b.2.',
  },
  fi: {
    heading: 'Laitteet puolijohdekomponenttien valmistamiseksi',
    a: 'Laitteet Si:n tai SiGe:n epitaksiaan, kun kerrostus tapahtuu enintään 685 °C:n lämpötilassa;',
    b: 'Kohdistavat ja valottavat laitteet, joilla on kaikki seuraavat ominaisuudet:',
    b1: 'valonlähde, jonka aallonpituus on vähintään 193 nm;',
    b2: 'päällekkäisyys > 1,50 nm ja ≤ 2,40 nm;',
    b3: 'erottelukyky ≤ 45 nm 300 mm:n kiekoille;',
    c: 'Jäähdytysjärjestelmät, joiden teho on ≥ 600 µW lämpötilassa ≤ 0,1 K yli 48 h:n ajan;',
    d: 'Tietokoneet, joilla on jokin seuraavista ominaisuuksista:',
    d1: '34–99 kubittia ja C-NOT-virhe ≤ 10⁻⁴;',
    d2: 'vähintään 2 000 kubittia;',
    e: 'Koneet, joiden voima on > 60 kN ja iskutilavuus 100 cm³ – 600 cm³;',
    f: 'TiAlC-metalli, jonka irrotustyö on > 4,0 eV, astiasta > 30 °C vedyn paineen ollessa ≥ 30 Torr, testattu lämpötilassa −40 °C ± 5 °C.',
    note: '3B999.a ei koske laitteita, jotka määritellään 3B001.f.1.b:ssä tai 2B910:ssä.',
    technical: 'Erottelukyky lasketaan arvolla K = 0,25 ja askeleella ',
    power: ' mm kullakin 3 akselista.',
    nb: 'Kulta (CAS 7440-57-5) ja CO₂: ks. EU001 ja b.2 kohta.',
  },
} as const satisfies Record<string, Words>

export type FixtureLanguage = keyof typeof words
export const fixtureLanguages = Object.keys(words) as FixtureLanguage[]

/** The entry as a language has it; what it is made of has the same ids in all of them. */
export function lithography(language: FixtureLanguage): ContentNode {
  const text: Words = words[language]
  const line = (id: Exclude<keyof Words, 'heading' | 'power'>) => paragraph(`${id}p`, text[id])
  const raised = run('-3', { type: 'superscript' })
  return entry(
    { id: 'e', code: '3B999', logic: 'any-of' },
    heading('h', text.heading),
    point({ id: 'a' }, line('a')),
    point(
      { id: 'b', logic: 'all-of' },
      line('b'),
      point({ id: 'b1' }, line('b1')),
      point({ id: 'b2' }, line('b2')),
      point({ id: 'b3' }, line('b3')),
    ),
    point({ id: 'c' }, line('c')),
    point(
      { id: 'd', logic: 'any-of' },
      line('d'),
      point({ id: 'd1' }, line('d1')),
      point({ id: 'd2' }, line('d2')),
    ),
    point({ id: 'e1' }, line('e')),
    point({ id: 'f' }, line('f')),
    note({ id: 'n' }, line('note')),
    note(
      { id: 'tn', kind: 'technical-note' },
      paragraph('tnp', text.technical, '5 × 10', raised, text.power),
    ),
    note({ id: 'nb', kind: 'nb' }, line('nb')),
  )
}
