import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watch } from 'chokidar';
import { diagnostic, formatDiagnostics } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { failureReason } from '../system-failure.js';
import { previewPage } from './preview-page.js';
import { PreviewSession, problemsOf, type PreviewSubject } from './preview-session.js';

/** Options of {@link servePreview}. */
export interface PreviewOptions extends PreviewSubject {
  /** Port on the loopback address; 0 for any free one. @default 0 */
  readonly port?: number;
}

/** A preview that is being served. */
export interface Preview {
  /** Address of the page, on the loopback address. */
  readonly url: string;
  /** Ends it. */
  close(): Promise<void>;
  /** Resolves when it has ended. */
  readonly closed: Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Editors save a file in several steps; all of them are one change. */
const SETTLE_MS = 60;

/**
 * Serves a page with the packets of one applicant, which follows every change of the data, the template and the fonts.
 * It listens on the loopback address only, and answers only to it by that name, so that no page elsewhere can read what
 * it shows.
 *
 * @throws {OutputError} `output/write-failed` when the port is taken
 * @example
 * const preview = await servePreview({ place: 'linh-tran', today: '2026-07-06' });
 * console.log(preview.url);
 */
export async function servePreview(options: PreviewOptions): Promise<Preview> {
  const session = new PreviewSession(options);
  await session.reload();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, session, listeners).catch((error: unknown) => {
      if (!response.headersSent)
        send(response, 500, 'text/plain', formatDiagnostics(problemsOf(error), { sources: {} }));
      else response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);

  let reloading: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reloading = reloading
        .then(() => session.reload())
        .then(() => {
          const { version } = session.state();
          for (const listener of listeners) listener.write(`data: ${version}\n\n`);
        });
    }, SETTLE_MS);
  };
  const watcher = watch(session.watched(), {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])(?:node_modules|\.git|out)(?:[\\/]|$)/,
  });
  watcher.on('all', changed);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));

  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    await watcher.close();
    for (const listener of listeners) listener.end();
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${LOOPBACK}:${port}/`, close, closed };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const message = `port ${port} cannot be used: ${failureReason(error)}`;
      const hints = ['choose another with --port, or leave the option out for any free one'];
      reject(
        new OutputError('no preview', [diagnostic('error', 'output/write-failed', message, { hints })], {
          cause: error,
        }),
      );
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  session: PreviewSession,
  listeners: Set<ServerResponse>,
): Promise<void> {
  // A name that resolves here (DNS rebinding) must not let another site read an applicant's data.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== LOOPBACK && host !== 'localhost')
    return send(response, 403, 'text/plain', 'this preview is for this machine only');
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'only GET');
  // Only compared and never resolved: a parser of addresses throws on some of what can be asked for, such as "//".
  const [path = ''] = (request.url ?? '/').split('?', 1);
  if (path === '/') {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    return send(response, 200, 'text/html', previewPage(nonce));
  }
  if (path === '/api/state') {
    const { problems, sources, ...state } = session.state();
    const frames = problems.length > 0 ? formatDiagnostics(problems, { sources }) : '';
    return send(response, 200, 'application/json', JSON.stringify({ ...state, frames }));
  }
  if (path === '/api/events') {
    response.writeHead(200, { ...COMMON, 'Content-Type': 'text/event-stream' });
    response.write('retry: 500\n\n');
    listeners.add(response);
    request.once('close', () => listeners.delete(response));
    return;
  }
  const [, id, pdf] = /^\/api\/letters\/([^/]+?)(\.pdf)?$/.exec(path) ?? [];
  const letter = id === undefined ? undefined : safeDecode(id);
  if (letter !== undefined && pdf !== undefined) {
    const bytes = await session.pdf(letter);
    if (bytes) return send(response, 200, 'application/pdf', bytes);
  } else if (letter !== undefined) {
    const pages = await session.pages(letter);
    if (pages) return send(response, 200, 'application/json', JSON.stringify(pages));
  }
  send(response, 404, 'text/plain', 'there is nothing here');
}

function safeDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Nothing of an applicant is kept by the browser or shown to another site. */
const COMMON = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const charset = type.startsWith('text/') || type === 'application/json' ? '; charset=utf-8' : '';
  response.writeHead(status, { ...COMMON, 'Content-Type': `${type}${charset}` });
  response.end(body);
}
