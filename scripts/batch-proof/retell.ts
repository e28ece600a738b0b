/**
 * Tells an invented application anew, so that few paragraphs of a class occur twice: what a build keeps of one
 * packet must not make the next ones look faster, or its memory flatter, than those of a real class would be.
 */

/** Words that may stand for one another; in prose, lower case only. */
const ALIKE = [
  ['patients', 'people', 'persons'],
  ['ward', 'unit', 'floor'],
  ['doctor', 'physician', 'clinician'],
  ['doctors', 'physicians', 'clinicians'],
  ['notebook', 'logbook', 'register'],
  ['hospital', 'clinic', 'center'],
  ['day', 'night', 'morning'],
  ['days', 'nights', 'mornings'],
  ['weeks', 'months', 'rotations'],
  ['wrote', 'drafted', 'made', 'kept'],
  ['small', 'modest', 'minor', 'brief'],
  ['paper', 'card', 'cloth'],
  ['list', 'table', 'record', 'chart'],
  ['sheet', 'form', 'page', 'leaf'],
  ['learned', 'found', 'saw', 'understood'],
  ['line', 'row', 'mark', 'phrase'],
  ['work', 'labor', 'practice'],
  ['students', 'trainees', 'juniors'],
  ['nurse', 'medic', 'helper', 'midwife'],
  ['discharge', 'transfer', 'handover'],
  ['treatment', 'therapy', 'plan'],
  ['results', 'findings', 'reports'],
  ['question', 'problem', 'matter'],
  ['district', 'region', 'county', 'valley'],
  ['blood', 'pulse', 'venous'],
  ['families', 'relatives', 'neighbors'],
  ['monthly', 'weekly', 'regular'],
  ['team', 'group', 'crew'],
  ['first', 'next', 'last'],
  ['told', 'taught', 'showed'],
  ['home', 'back', 'away'],
] as const;
const ALTERNATIVES = new Map<string, readonly string[]>(ALIKE.flatMap((words) => words.map((word) => [word, words])));

/** Names in the example, and those that may stand for each of their kind. */
const NAMES: readonly { of: readonly string[]; from: readonly string[] }[] = [
  {
    of: ['Harbor Point', 'Birchwood', 'Erie Shore', 'Southside Neighbors', 'Great Lakes', 'Ohio Valley'],
    from: ['Alder Creek', 'Bluff Haven', 'Cedar Reach', 'Dunmore', 'Eastmere', 'Fox Hollow', 'Granite Falls', 'Hazel Grove', 'Ivybridge', 'Juniper Flats', 'Kestrel Bay', 'Larkfield', 'Mill Run', 'North Quay', 'Orchard Hill', 'Pinewater', 'Quarry Bend', 'Riverlea', 'Silver Strand', 'Thornbury'], // prettier-ignore
  },
  {
    of: ['Lam Giang', 'Sơn Khê', 'Bến Sứ', 'Ak-Bulak', 'Difaf', 'Sông Xanh'],
    from: ['Đồng Mây', 'Suối Đá', 'Hạ Vân', 'Łąkowa Góra', 'São Tirso', 'Çamlıdere', 'Nuevo Río', 'Bánh Thạch', 'Kızılova', 'Ústí', 'Žabljak', 'Høgvik', 'Rừng Thông', 'Al-Nahar', 'Ọjà Titun', 'Mầm Xuân'], // prettier-ignore
  },
  {
    of: ['Toledo', 'Cleveland', 'Columbus'],
    from: ['Ashtabula', 'Bellwood', 'Canton', 'Dayton', 'Elyria', 'Findlay', 'Galion', 'Hamilton', 'Ironton', 'Kent', 'Lima', 'Marion', 'Newark', 'Oxford', 'Piqua', 'Ravenna'], // prettier-ignore
  },
  {
    of: ['Ostrander', 'Holloway', 'Adeyemi-Clarke', 'Okafor', 'Weiss', 'Farouk', 'Haddad', 'Delacroix-Moore'],
    from: ['Albrecht', 'Bąkowski', 'Castañeda', 'D’Amico', 'Eze', 'Fairweather', 'Gökçe', 'Hussain-Reed', 'Iwu', 'Jørgensen', 'Kaur', 'Lindqvist', 'Mutua', 'Nakagawa', 'O’Dowd', 'Petrović', 'Quispe', 'Rahimi', 'Šimunek', 'Tesfaye', 'Urbina', 'Vōngsa', 'Whitlock', 'Yıldız'], // prettier-ignore
  },
  {
    of: ['Nguyễn', 'Bảo', 'Trâm'],
    from: ['Trần', 'Phạm', 'Hoàng', 'Thúy', 'Quỳnh', 'Diệu', 'Khánh', 'Ngân', 'Mỹ', 'Vũ', 'Bích', 'Hạnh'],
  },
];

/** The same random numbers for the same applicant on every machine. */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** From this length on a paragraph is prose and is told anew; what is shorter, as an ID or a date, only gets its names changed. */
const PROSE = 60;
/** Not after an initial, as in "Margaret L. Holloway". */
const SENTENCE_END = /(?<=\S\S[.?!])(?<!\bDr\.) (?=\p{Lu})/u;
/** Above this length a text may stand close to a limit of MyERAS and must not grow. */
const CLOSE_TO_LIMIT = 200;

/** Retells the texts of one applicant: `number` decides how. What has names is renamed alike in all of them. */
export function retelling(number: number): (text: string) => string {
  const random = randomNumbers(number);
  const names = new Map(
    NAMES.flatMap(({ of, from }) => {
      const chosen = shuffled(from, random);
      return of.map((name, at) => [name, chosen[at] ?? name] as const);
    }),
  );
  const named = new RegExp(`(?<![\\p{L}\\p{M}])(?:${[...names.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'gu');

  const reworded = (text: string): string => {
    let room = text.length > CLOSE_TO_LIMIT ? 0 : 40;
    const swap = (word: string, other: string): string => {
      if (other.length - word.length > room) return word;
      room -= other.length - word.length;
      return other;
    };
    return text
      .replace(/(?<![\p{L}\p{N}’'/.-])\p{Ll}+(?![\p{L}’'-])/gu, (word) => {
        const alike = ALTERNATIVES.get(word);
        return alike ? swap(word, alike[Math.floor(random() * alike.length)] ?? word) : word;
      })
      .replace(/(?<![\d\p{L},./-])[1-9]\d(?![\d\p{L},./-])/gu, () => String(11 + Math.floor(random() * 88)));
  };
  const retoldParagraph = (paragraph: string): string =>
    paragraph.length < PROSE ? paragraph : reworded(shuffled(paragraph.split(SENTENCE_END), random).join(' ')); // prettier-ignore

  return (text) => text.replace(named, (name) => names.get(name) ?? name).split('\n\n').map(retoldParagraph).join('\n\n'); // prettier-ignore
}

/** The same value with each text in it told anew; the names of fields stay. */
export function retold<T>(value: T, retell: (text: string) => string): T {
  if (typeof value === 'string') return retell(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => retold(entry, retell)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, retold(entry as unknown, retell)])) as T;
}
