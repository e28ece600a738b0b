import { lookForApplication } from '../../node/find-applications.js';
import { isRosterName } from '../../node/roster-name.js';
import { servePreview } from '../../node/preview/serve-preview.js';
import { dayOfIssue } from '../day-of-issue.js';
import type { CommandIo, ExitCode } from '../io.js';
import { report } from '../report.js';
import { UsageError } from '../usage-error.js';

/** Options of `lor-packet preview`. */
export interface PreviewCommandOptions {
  readonly template?: string;
  readonly font?: readonly string[];
  readonly today?: string;
  readonly port?: string;
}

/**
 * `lor-packet preview`: a page on the loopback address that follows every change. Ends when the command is ended.
 *
 * @throws {UsageError} for a port that is none
 */
export async function preview(place: string, options: PreviewCommandOptions, io: CommandIo): Promise<ExitCode> {
  const { template, font, port = '0' } = options;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(`--port "${port}" is not a port`);
  if (isRosterName(place)) {
    const looked = await lookForApplication(place);
    // Nothing that changes in it could make a roster previewable.
    if ('problem' in looked) {
      report(io.stderr, [looked.problem], io);
      return 1;
    }
  }
  const served = await servePreview({
    place,
    today: dayOfIssue(options.today, io),
    port: Number(port),
    ...(template === undefined ? {} : { template }),
    ...(font === undefined ? {} : { fonts: font }),
  });
  io.stdout.write(`preview: ${served.url}\nit follows every change of data, template and fonts; Ctrl-C ends it\n`);
  await served.closed;
  return 0;
}
