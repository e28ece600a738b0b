import { describe, expect, it } from 'vitest';
import { hold, holdText, wholeApplication } from '../../../src/node/batch/held-application.js';
import { applicationSchema } from '../../../src/schema/application.js';
import { minimalApplication } from '../../support/applications.js';

const application = applicationSchema.parse(minimalApplication());

describe('a held application', () => {
  it('is whole again on the other side, with all that it said', () => {
    const held = structuredClone(holdText(application, JSON.stringify(application)));
    expect(wholeApplication(held)).toEqual(JSON.parse(JSON.stringify(application)));
    expect(held.letters.map(({ id }) => id)).toEqual(application.letters.map(({ id }) => id));
    expect(held.letters[0]?.writer).toEqual({ name: application.letters[0]?.writer.name });
  });

  it('is the same object in the same thread, so that its plan is found again', () => {
    expect(wholeApplication(hold(application))).toBe(application);
  });
});
