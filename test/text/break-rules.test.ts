import { describe, expect, it } from 'vitest';
import type { BreakOptions } from '../../src/text/index.js';
import { lineText, setLines, span } from './set-text.js';

/** Lines of a text in every measure from narrow to wide: a rule must hold in all of them. */
function linesInAllMeasures(text: string, options: Partial<BreakOptions> = {}, from = 60): string[][] {
  const all: string[][] = [];
  for (let measure = from; measure < 260; measure += 9) {
    for (const align of ['justify', 'left'] as const) {
      all.push(
        setLines(text, { measure, align, hyphenate: false, ...options }).map((line) => lineText(line).trimEnd()),
      );
    }
  }
  return all;
}

/** The first parts of a word that stand before a hyphen in some measure. */
function hyphenatedParts(word: string): Set<string> {
  const parts = new Set<string>();
  for (let measure = 15; measure < 120; measure++) {
    const [first] = setLines(word, { measure });
    if (first?.hyphenated === true) parts.add(lineText(first));
  }
  return parts;
}

describe('what stays together', () => {
  it.each([
    ['a title and its name', 'I thank Dr. Rahman and Prof. Okafor and Ms. Lee very much', /(?:Dr|Prof|Ms)\.$/],
    ['a number and its unit', 'a dose of 500 mg for 30 min at 37 °C then 12 kg again', /\d$/],
    ['a number and its time', 'hands-on for 38 hours a week in 12 weeks of 2 years and 5 days', /\d$/],
    ['a dash and the word before it', 'the clinic – small – was open — always — for us', /^[–—]/],
    ['a given name and its initial', 'signed by Peter J. Lee and also Mary L. Hall of us all', /(?:Peter|Mary)$/],
    ['initials and the name', 'with J. R. Okafor and M.-C. Adeyemi and A. Lee of all wards', /(?:J|R|A|-C)\.$/],
    [
      'a label and its number',
      'see No. 5 and p. 12 and Fig. 2 and Step 2 and PGY 1 and Pathway 3 and § 4 now',
      /(?:No|p|Fig)\.$|(?:Step|PGY|Pathway|§)$/,
    ],
    [
      'a month and its day',
      'on September 4 or on Oct. 12 or 3 March or 14 May it is as it was',
      /(?:September|Oct\.|\b3|\b14)$/,
    ],
    ['an ellipsis and the word before it', 'and then … and then ... and so … it went … on and on', /^(?:…|\.\.\.)/],
    ['an em dash and the word before it', 'the clinic—small—was open—always—for us all—and so on', /^—/],
    ['a time and its half of the day', 'from 7 a.m. to 6 p.m. and then from 8 AM to 11 PM each day', /\d$/],
    ['the end of a name', 'by James Okafor Jr. and John Lee III and Robert Hall, Sr. here', /(?:Okafor|Lee|Hall,)$/],
    ['a group of thousands', 'there were 12 500 patients and 3 400 000 visits in all of them', /(?:\b12|\b3|400)$/],
    ['the only letter of a compound', 'an X-ray and a T-cell and an e-mail and another X-ray of it', /\b[XTe]-$/],
    [
      'the short part of a compound',
      'all is de-identified and hands-on with follow-up in co-ops and sign-in of each',
      /(?:\bde|hands|follow|\bco|sign)-$/,
    ],
    [
      'a short compound with slashes',
      'write he/him and/or (she/her) or they/them/theirs of MD/PhD and M/F as well/too',
      /\/$/,
    ],
    ['words joined by a no-break space', 'reached in Step\u00A02 and Step\u00A03 of all', /Step$/],
  ])('%s', (_, text, end) => {
    for (const lines of linesInAllMeasures(text, {}, 70)) {
      for (const line of lines) expect(line).not.toMatch(end);
    }
  });
});

describe('what had better stay together', () => {
  it.each([
    ['degrees and the name', 'seen by Margaret Holloway, MD, and by the ward of it, ', /Holloway,$/],
    ['a state and its town', 'seen at Harbor Point Medical Center, Toledo, OH in that year, ', /Toledo,$/],
    ['a year and the season', 'seen in the season of ERAS 2026 and then once again, ', /ERAS$/],
    ['a date and its year', 'needed by all of us on September 4, 2026 and not after it, ', /\d,$/],
    // As dates are written out in packets.
    [
      'a date with a no-break space and its year',
      'needed by all of us on September\u00a04, 2026 and not after it, ',
      /\d,$/,
    ],
    ['a word and the year after it', 'seen by all of us who graduated 2023 and not after it, ', /graduated$/],
    ['a range of numbers', 'seen by me and by all of 8 to 11 of that ward, ', /(?:8|to)$/],
    ['a number and what it counts', 'seen by me and by all of 12 residents of that ward, ', /12$/],
  ])('%s', (_, phrase, end) => {
    const lines: string[] = [];
    for (let measure = 150; measure < 300; measure += 3) {
      const set = setLines(phrase.repeat(6), { measure, align: 'left', hyphenate: false });
      lines.push(...set.slice(0, -1).map((line) => lineText(line).trim()));
    }
    const spaces = phrase.split(' ').length - 1;
    const share = lines.filter((line) => end.test(line)).length / lines.length;
    expect(share).toBeLessThan(0.5 / spaces);
  });

  it('the parts of a compound, in ragged text', () => {
    const text = 'In practice-based learning and in systems-based practice the peer-reviewed and the hand-made count. ';
    let broken = 0;
    let count = 0;
    for (let measure = 150; measure < 300; measure += 3) {
      const lines = setLines(text.repeat(3), { measure, align: 'left', hyphenate: false }).map(lineText);
      broken += lines.filter((line) => line.endsWith('-')).length;
      count += lines.length;
    }
    expect(broken / count).toBeLessThan(0.02);
  });

  it('the groups of a telephone number', () => {
    for (const lines of linesInAllMeasures('call +1 (555) 123-4567 or +84 24 3852 3798 when you like', {}, 110)) {
      for (const line of lines) expect(line).not.toMatch(/(?:\+1|\)|\+84|\b24|3852)$/);
    }
  });

  it('a preposition of one letter and its word, in languages that ask for it', () => {
    const text = 'byli w domu i w lesie a z nimi w zimie i o zmroku u nas';
    for (const lines of linesInAllMeasures(text, { lang: 'pl' }, 70)) {
      for (const line of lines) expect(line).not.toMatch(/\b[wiazou]$/);
    }
    expect(
      linesInAllMeasures(text, { lang: 'en-US' }, 70)
        .flat()
        .some((line) => /\b[wiazou]$/.test(line)),
    ).toBe(true);
  });
});

describe('a last line', () => {
  /** At how many widths from 220 to 400 points the last line has at most so many characters. */
  const endings = (text: string, longest: number, options: Partial<BreakOptions>): number => {
    let count = 0;
    for (let measure = 220; measure < 400; measure++) {
      const lines = setLines(text, { measure, ...options });
      if (lines.length > 1 && lineText(lines.at(-1)!).trim().length <= longest) count++;
    }
    return count;
  };

  it('seldom holds a short word alone: rather a word is hyphenated', () => {
    const text =
      'I am applying for residency in dermatology in the ERAS 2027 season, and I would be honored if you wrote the ' +
      'standardized dermatology letter for me.';
    // Eight without hyphens; where four stand no hyphen helps.
    expect(endings(text, 3, { align: 'justify', hyphenate: true })).toBeLessThanOrEqual(4);
  });

  it('of ragged text is more than a word where the line before it can spare one', () => {
    const text = 'One PDF, US Letter size, at most one file, no password or digital signature';
    expect(endings(text, 9, { align: 'left', hyphenate: false })).toBe(0);
  });
});

describe('a bracket after a quotation', () => {
  it('begins a line where the quotation ends one', () => {
    const [first, second] = setLines('He wrote “the sister’s telephone.” (Peer-reviewed)', {
      measure: 160,
      align: 'left',
    });
    expect([lineText(first!).trimEnd(), lineText(second!)]).toEqual([
      'He wrote “the sister’s telephone.”',
      '(Peer-reviewed)',
    ]);
  });
});

describe('IDs', () => {
  const text = 'the number AB-1234-5678 of 2019–2021 is on 12/2024 or COVID-19 and the 6-month plan of them all';

  it('stay whole in lines at least twice as long', () => {
    for (const lines of linesInAllMeasures(text, {}, 140)) {
      for (const line of lines) expect(line).not.toMatch(/[-–/]$/);
    }
  });

  it('break after a separator in a narrow column', () => {
    expect(setLines('ABCDEF-123456-GHIJKL', { measure: 60, align: 'left' }).map(lineText)).toEqual([
      'ABCDEF-',
      '123456-',
      'GHIJKL',
    ]);
  });
});

describe('names with hyphens', () => {
  it('stay whole where each word has a capital', () => {
    const text = 'signed by Desmond Arkwright, by Mei-Ling Tso, by Denise Arceneaux-Pike, and by us';
    for (const lines of linesInAllMeasures(text, {}, 150)) {
      for (const line of lines) expect(line).not.toMatch(/-$/);
    }
  });

  it('stay whole in a value that is a name, whatever their letters', () => {
    const inText = [
      span('the applicant says it so, as everyone at home does: '),
      span('eh-LEH-nee pah-pah-THAH-kee and Kim Min-ji'),
    ];
    const named = inText.map((part, index) => (index === 1 ? { ...part, isName: true } : part));
    const ends = (spans: typeof named): boolean => {
      const measures = Array.from({ length: 40 }, (_, index) => 200 + index * 3);
      return measures.some((measure) =>
        setLines(spans, { measure, align: 'left', hyphenate: false }).some((line) =>
          /-$/.test(lineText(line).trimEnd()),
        ),
      );
    };
    expect(ends(inText)).toBe(true);
    expect(ends(named)).toBe(false);
  });

  it('rather part after a comma than inside a part', () => {
    const place = { ...span('Thuan An, Binh Duong, Vietnam'), isName: true };
    const lines = setLines([place], { measure: 115, align: 'left', hyphenate: false });
    expect(lines.map((line) => lineText(line).trim())).toEqual(['Thuan An, Binh Duong,', 'Vietnam']);
  });

  it('break after a hyphen in a column that is too narrow for them', () => {
    const lines = setLines('Wojciechowska-Brzozowska', { measure: 90, align: 'left', hyphenate: false });
    expect(lines.map(lineText)).toEqual(['Wojciechowska-', 'Brzozowska']);
  });
});

describe('the last line of ragged text', () => {
  it('is rather two words than one short word', () => {
    const text = 'Describe what you observed rather than what it made you suppose about me.';
    const ends = Array.from({ length: 60 }, (_, index) => {
      const lines = setLines(text, { measure: 150 + index * 3, align: 'left', hyphenate: false });
      return lines.length > 1 ? lineText(lines.at(-1)!).trim() : '';
    });
    expect(ends.filter((end) => end === 'me.')).toEqual([]);
    expect(ends.filter((end) => end === 'about me.').length).toBeGreaterThan(0);
  });
});

describe('addresses', () => {
  const mail = 'applicant.surname@department-of-medicine.example.org';

  it('stay whole when they are short for the line', () => {
    const short = 'surname@dept.example.org';
    for (let measure = 270; measure < 420; measure += 11) {
      const lines = setLines(`${'Please write to my address, which is this one: '.repeat(2)}${short} today`, {
        measure,
      });
      expect(lines.some((line) => lineText(line).includes(short))).toBe(true);
    }
  });

  it('break after their separators, without a hyphen', () => {
    const lines = setLines(`Write to ${mail} today`, { measure: 120 });
    const broken = lines.map((line) => lineText(line).trimEnd());
    expect(broken.join('').replaceAll(' ', '')).toBe(`Writeto${mail}today`);
    expect(broken.length).toBeGreaterThan(2);
    for (const line of broken.slice(0, -1)) expect(line).toMatch(/(?:to|org|[/.\-_@?&=])$/);
    expect(lines.some((line) => line.hyphenated)).toBe(false);
  });

  it('break between their parts, and never in one with an ID that has room on a line', () => {
    for (const lines of linesInAllMeasures('Upload page: https://letters.example.org/requests/LQ27-1182', {}, 140)) {
      expect(lines.at(-1)).toMatch(/LQ27-1182$/);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/(?:page:|[/.])$/);
      expect(lines.some((line) => line.endsWith('://'))).toBe(false);
    }
  });

  it('do not break inside :// or before a separator', () => {
    for (const lines of linesInAllMeasures('see https://www.example.org/residency//letters?id=1&x=2', {}, 80)) {
      for (const line of lines) expect(line).not.toMatch(/^[/.?&=]/);
      expect(lines.some((line) => /:\/?$/.test(line))).toBe(false);
    }
  });
});

describe('hyphenation', () => {
  it('follows the patterns: two letters before, three after', () => {
    expect([...hyphenatedParts('communication')].sort()).toEqual(['com', 'commu', 'communi', 'communica']);
    expect(hyphenatedParts('patients')).toEqual(new Set(['pa']));
    expect(hyphenatedParts('anatomy')).toEqual(new Set());
  });

  it('adds a hyphen and tells that it did', () => {
    const line = setLines('extraordinary communication', { measure: 72 }).find((candidate) => candidate.hyphenated);
    expect(line?.runs.filter(({ run }) => run.text.trim() !== '').at(-1)?.run).toMatchObject({
      text: '-',
      glyphText: ['-'],
    });
  });

  it.each([
    ['capitalised words', 'Communication'],
    ['words with small letters first and capitals inside', 'mRNAcommunication'],
    ['short words', 'about'],
    ['tokens with digits', 'communication2'],
    ['tokens with a dot inside', 'communi.cation'],
    ['parts of compounds', 'evidence-communication'],
  ])('leaves %s whole', (_, word) => {
    for (let measure = 300; measure > 90; measure -= 4) {
      for (const line of setLines(`in a word ${word} and so on`, { measure })) expect(line.hyphenated).toBe(false);
    }
  });

  it('is off where a span, the options or the language say so', () => {
    const text = 'some communication about responsibilities';
    const hyphens = (options: Partial<BreakOptions>, noHyphen = false) =>
      setLines([span(text, { noHyphen })], { measure: 75, ...options }).filter((line) => line.hyphenated).length;
    expect(hyphens({})).toBeGreaterThan(0);
    expect(hyphens({ hyphenate: false })).toBe(0);
    expect(hyphens({ lang: 'de' })).toBe(0);
    expect(hyphens({}, true)).toBe(0);
  });

  it('respects soft hyphens, and only those, in their word', () => {
    const ends = (options: Partial<BreakOptions>) =>
      [...Array(60).keys()].flatMap((i) =>
        setLines('commu\u00ADnication', { measure: 40 + i, ...options })
          .filter((line) => line.hyphenated)
          .map(lineText),
      );
    expect(new Set(ends({ hyphenate: true }))).toEqual(new Set(['commu']));
    expect(new Set(ends({ hyphenate: false }))).toEqual(new Set(['commu']));
    const [line] = setLines('commu\u00ADnication', { measure: 200 });
    expect(line?.runs.map(({ run }) => run.text)).toEqual(['communication']);
  });

  it('keeps ragged text almost free of hyphens', () => {
    const text = 'the communication about responsibilities in a considerable organisation '.repeat(6);
    const count = (align: BreakOptions['align']) =>
      setLines(text, { measure: 170, align }).filter((line) => line.hyphenated).length;
    expect(count('left')).toBeLessThan(count('justify'));
  });
});

describe('scripts without spaces', () => {
  it('break Thai between words', () => {
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment('โรงพยาบาลในกรุงเทพมหานครเปิดทุกวัน')].map(
      ({ segment }) => segment,
    );
    const lines = setLines(words.join(''), { measure: 90, align: 'left' }).map(lineText);
    expect(lines.length).toBeGreaterThan(2);
    const rest = [...words];
    for (const line of lines) {
      let taken = '';
      while (taken.length < line.length) taken += rest.shift() ?? ' ';
      expect(taken).toBe(line);
    }
  });

  it('break at a zero-width space, which is not drawn', () => {
    const lines = setLines('aaaaaaaaaa\u200Bbbbbbbbbbb', { measure: 70 });
    expect(lines.map(lineText)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
  });
});

describe('a word wider than the measure', () => {
  it('is cut between characters, and only then', () => {
    const lines = setLines('an WWWWWWWWWWWWWWWWWWWW end', { measure: 60 });
    expect(lines.every((line) => line.width <= 60.001)).toBe(true);
    expect(lines.map((line) => lineText(line).trimEnd())[1]).toMatch(/^W+$/);
    expect(lines.some((line) => line.hyphenated)).toBe(false);
  });

  it('never parts a mark from its letter', () => {
    for (const line of setLines('e\u0323\u0301'.repeat(30), { measure: 33 })) expect(lineText(line)).toMatch(/^e/);
  });
});
