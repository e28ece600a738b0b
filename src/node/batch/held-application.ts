import type { Application } from '../../schema/application.js';
import type { Letter } from '../../schema/letter.js';

/** What a batch itself looks at in a letter. */
export type LetterOutline = Pick<Letter, 'id' | 'specialty'> & {
  readonly writer: Pick<Letter['writer'], 'name'>;
  readonly request: Pick<Letter['request'], 'targetDate' | 'status'>;
};

/** What a batch itself looks at in an application. An application is one. */
export interface ApplicationOutline {
  readonly applicant: Pick<Application['applicant'], 'id' | 'name'>;
  readonly letters: readonly LetterOutline[];
}

/**
 * An application on its way between threads. It goes as JSON: a text is copied at once, where an object is taken apart and
 * put together again by both sides, also by the one that only hands it on.
 */
export interface HeldApplication extends ApplicationOutline {
  readonly whole: Application | string;
}

/** Holds an application as the JSON text of it. */
export function holdText(application: Application, text: string): HeldApplication {
  const { id, name } = application.applicant;
  const letters = application.letters.map(({ id: letterId, specialty, writer, request: { targetDate, status } }) => {
    return { id: letterId, specialty, writer: { name: writer.name }, request: { targetDate, status } };
  });
  return { applicant: { id, name }, letters, whole: text };
}

/** Holds an application as it is, for who works in the same thread. */
export function hold(application: Application): HeldApplication {
  return { applicant: application.applicant, letters: application.letters, whole: application };
}

/** All of a held application: the same object each time where it is held as it is. */
export function wholeApplication({ whole }: HeldApplication): Application {
  return typeof whole === 'string' ? (JSON.parse(whole) as Application) : whole;
}
