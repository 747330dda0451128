/** Names of many languages, from which made-up people are named. Where a script is not Latin, `latin` follows a slash. */

/** A part of a name, and how it is spelled in an address. */
export interface NamePart {
  readonly written: string
  readonly latin: string
}

export interface Language {
  readonly given: readonly NamePart[]
  readonly family: readonly NamePart[]
  /** The family's name comes first, without a space. */
  readonly familyFirst?: true
}

/** Twelve of each: `generated` counts on it to name nobody twice. */
export const NAMES_EACH = 12

const parts = (text: string): NamePart[] =>
  text
    .trim()
    .split(/\s+/)
    .map((part) => {
      const [written = '', latin = written] = part.split('/')
      return { written, latin: plain(latin) }
    })

const SPELLED: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', ı: 'i', æ: 'ae', đ: 'd' }

/** As people spell themselves in an e-mail address. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/g, (letter) => SPELLED[letter] ?? '')

const language = (given: string, family: string): Language => ({ given: parts(given), family: parts(family) })

export const LANGUAGES: readonly Language[] = [
  language(
    'Alice Callum Edith Frank Harriet Isaac Joan Kit Lydia Miles Nora Owen',
    'Ashby Barlow Crowther Dyson Fairley Greaves Hartley Ingham Kershaw Lumb Naylor Thackray',
  ),
  language(
    'Anke Bernd Dörte Falk Grete Henning Jürgen Käthe Lukas Meike Rüdiger Sönke',
    'Ahrens Böhm Dreyer Fuchs Groß Hübner Jansen Krüger Lindner Möller Peters Schröder',
  ),
  language(
    'Afonso Beatriz Catarina Duarte Eduarda Filipe Gonçalo Inês João Leonor Matilde Tomás',
    'Almeida Barros Cardoso Esteves Figueiredo Guimarães Leitão Magalhães Nóbrega Pacheco Simões Vaz',
  ),
  language(
    'Astrid Bjørn Eirik Frøydis Gunnar Håkon Ingrid Jorunn Kjell Liv Øyvind Sigrid',
    'Aasen Bakke Dahl Eide Fossum Grønn Haugen Lie Moen Nygård Røed Solberg',
  ),
  language(
    'Adaeze Babatunde Chidi Damilola Efe Folake Ifeoma Kehinde Ngozi Obinna Temitope Uche',
    'Adebayo Balogun Chukwu Danjuma Eze Fashola Igwe Lawal Nwosu Ogunleye Salami Uzor',
  ),
  language(
    'Aarti Bhavesh Chitra Devika Gaurav Harini Jayesh Kavita Manoj Neelam Rohan Sunita',
    'Agarwal Bhatt Chauhan Desai Ghosh Iyer Joshi Kulkarni Menon Pillai Rao Trivedi',
  ),
  language(
    'Agnieszka Bartosz Celina Dorota Gustaw Halina Jacek Kamil Łucja Małgorzata Piotr Zofia',
    'Adamska Bielak Czarnik Duda Gajda Jaworek Kozioł Lis Mazur Pawlak Stępień Wrona',
  ),
  language(
    'Aylin Barış Cem Defne Emre Gül İpek Kaan Leyla Melis Ömer Şule',
    'Aksoy Bulut Çelik Demir Erdem Güneş Işık Kaya Öztürk Polat Şahin Yıldız',
  ),
  language(
    'Богдан/bohdan Віра/vira Ганна/hanna Дмитро/dmytro Євген/yevhen Зоя/zoya Ірина/iryna Катерина/kateryna Леся/lesia Микола/mykola Олег/oleh Тарас/taras',
    'Бондар/bondar Гнатюк/hnatiuk Дяченко/diachenko Зінченко/zinchenko Коваль/koval Лисенко/lysenko Мельник/melnyk Петренко/petrenko Ромащук/romashchuk Савчук/savchuk Ткач/tkach Шевчук/shevchuk',
  ),
  language(
    'Αγγελική/angeliki Βασίλης/vasilis Γιάννης/giannis Δήμητρα/dimitra Ελένη/eleni Ζωή/zoi Θανάσης/thanasis Κώστας/kostas Λίνα/lina Μαρία/maria Νίκος/nikos Σοφία/sofia',
    'Αλεξίου/alexiou Βλάχος/vlachos Γεωργίου/georgiou Δούκας/doukas Ζέρβας/zervas Καραγιάννης/karagiannis Λάμπρου/lamprou Μακρής/makris Νικολάου/nikolaou Παππάς/pappas Ρήγας/rigas Φωτίου/fotiou',
  ),
  {
    ...language(
      '安然/anran 德明/deming 国华/guohua 海燕/haiyan 家明/jiaming 丽华/lihua 美玲/meiling 庆生/qingsheng 思远/siyuan 文静/wenjing 晓东/xiaodong 子轩/zixuan',
      '陈/chen 方/fang 高/gao 黄/huang 江/jiang 林/lin 马/ma 潘/pan 宋/song 吴/wu 许/xu 周/zhou',
    ),
    familyFirst: true,
  },
  language(
    'Aurélie Benoît Clémence Damien Édith Florent Gaëlle Hélène Ismaël Lucie Maxence Noémie',
    'Aubry Blanchet Chevalier Dufour Fontaine Garnier Hervé Lefèvre Marchand Noël Perrin Roussel',
  ),
]

export const latinOf = plain
