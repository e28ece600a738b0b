/**
 * Applications that differ in every packet, as those of a class do: another name, and every longer text of the
 * applicant's with its words turned round by some places. The words stay those of the example, so that a cache of words
 * serves them as it would in a batch, and a cache of whole paragraphs serves only what really repeats (the guide texts).
 */

const SHORTEST_PROSE = 9;
const MARKUP = /[*_`[\]<>#|\\]|:\/\//;
const GIVEN = ['Bảo', 'Minh', 'Thu', 'Hải', 'Lan', 'Khánh', 'Đức', 'Quỳnh', 'Sơn', 'Yến', 'Phượng', 'Tuệ', 'Vy'];

function turned(paragraph, by) {
  const words = paragraph.split(/\s+/).filter((word) => word !== '');
  if (words.length < SHORTEST_PROSE || MARKUP.test(paragraph)) return paragraph;
  const places = by % words.length;
  return [...words.slice(places), ...words.slice(0, places)].join(' ');
}

function turnedText(text, by) {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => turned(paragraph, by))
    .join('\n\n');
}

function mapStrings(value, change) {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

/**
 * @param {object} application a parsed application
 * @param {number} index from 0; the same index gives the same application
 */
export function variantOf(application, index) {
  const variant = mapStrings(application, (text) => turnedText(text, 7 * index));
  const given = `${GIVEN[index % GIVEN.length]} ${GIVEN[Math.floor(index / GIVEN.length) % GIVEN.length]}`;
  const { applicant } = variant;
  return { ...variant, applicant: { ...applicant, name: { ...applicant.name, given } } };
}

/**
 * The packet of an index: of a batch as the command makes one, in which each applicant has some letters, or of as many
 * applicants as packets.
 *
 * @param {{ application: object, letters: readonly string[] }} input
 * @returns {{ application: object, applicant: number, letter: string }}
 */
export function packetOf({ application, letters }, index) {
  const applicant = Math.floor(index / letters.length);
  return { application: variantOf(application, applicant), applicant, letter: letters[index % letters.length] };
}

/**
 * An application that says `copies` times as much, each time with other lines: what a document of so many times the
 * pages is made of.
 */
export function lengthened(application, copies) {
  const others = Array.from({ length: copies - 1 }, (_, index) => variantOf(application, 5000 + index));
  const more = (of) => [
    ...of(application),
    ...others.flatMap((other, index) =>
      of(other).map((item) => (item.id === undefined ? item : { ...item, id: `${item.id}-${index}` })),
    ),
  ];
  const cv = Object.fromEntries(
    Object.entries(application.cv).map(([key, value]) => [
      key,
      Array.isArray(value) ? more((other) => other.cv[key]) : value,
    ]),
  );
  const statements = application.statements.map((statement, at) => ({
    ...statement,
    text: [application, ...others].map((other) => other.statements[at].text).join('\n\n'),
  }));
  const letters = application.letters.map((letter, at) => ({
    ...letter,
    sharedWork: more((other) => other.letters[at].sharedWork),
    moments: more((other) => other.letters[at].moments),
    feedback: more((other) => other.letters[at].feedback),
  }));
  return { ...application, cv, statements, letters };
}

/** Without what only a fallback face can draw: the peers have none. */
export function latinOnly(application) {
  const others = /[\u0590-\u08FF\u0900-\u0E7F\u3040-\u9FFF]/;
  const clean = (value) => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(
      ([key, item]) => !(key === 'native' && others.test(JSON.stringify(item))),
    );
    return Object.fromEntries(kept.map(([key, item]) => [key, clean(item)]));
  };
  return clean(application);
}
