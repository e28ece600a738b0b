import type { JsonSchema } from '../../node/load-schema.js';
import { commentedYaml } from './commented-yaml.js';
import { COMMENTED_OUT, exampleApplication } from './example-application.js';
import { starterDates } from './starter-dates.js';

/** The files of a starter folder by name, as of a day. */
export function starterFiles(schema: JsonSchema, today: string): Record<string, string> {
  const dates = starterDates(today);
  const yaml = commentedYaml(schema, exampleApplication(dates), { commentedOut: COMMENTED_OUT });
  return {
    'application.yaml': applicationHead(schema.$id, dates.season) + yaml,
    'personal-statement.md': STATEMENT,
    'README.md': README,
  };
}

function applicationHead(address: string | undefined, season: number): string {
  const modeline = address === undefined ? '' : `# yaml-language-server: $schema=${address}\n`;
  return `${modeline}#
# Your application for ERAS ${season}, from which lor-packet makes a briefing packet for each letter writer.
# Everything here is invented: replace it with your own, and delete what you do not need.
#
# A line "# text" explains the field below it. A line "#key: value" is a field that is not used: to use it, take away
# the # (of every line that belongs to it). Dates are YYYY, YYYY-MM or YYYY-MM-DD. Indent with spaces, not tabs.
#
# Never write a patient's name, initials, record number or exact dates anywhere.

`;
}

const STATEMENT = `The handoff list on our ward had a column for everything except what mattered: what is still open, and who will do it.
One night a potassium result came back after the day team had left. Nobody was careless. Nobody had been asked.

I was the intern who found it the next morning, in time. In the months after, two nurses and I wrote a list that fits on
one page, tried it on twenty-four beds, and threw away what did not help. What stayed was short: what is open, until when,
and whose it is.

I want to become an internist because medicine of this kind is done together, over days, with people who know each other's
handwriting. I want to train where residents are trusted early and corrected plainly, and where teaching the next student
is part of the day.

*Everything here is invented. Replace it with your own statement, in Markdown.*
`;

const README = `# Your letter packets

- \`application.yaml\`: your data, with a comment on every field
- \`personal-statement.md\`: your personal statement, in Markdown

Both hold an invented example. Change \`application.yaml\` step by step and look at the result:

\`\`\`
lor-packet check .           # what is missing or looks wrong
lor-packet build . -o out    # one PDF for each letter, in out/
\`\`\`

Add a letter by copying one under \`letters\`; each needs an id of its own.

Scores, grades, program names, visa, hardship, gaps and your photo are printed only where you say so under \`share\`.
Nothing of \`advisor\` is ever printed. These files hold personal data: keep them where only you can read them.
`;
