import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Problem } from './problem.js';

const run = promisify(execFile);

/** The checker of the PDF Association's consortium, from Maven Central; no part of the package. */
const VERSION = '1.28.1';
const SHA256 = '916049db6c6335a4a4c624e098499cff152ef523f65693a0d835aec635b6dcbc';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;

/**
 * Path of veraPDF, fetched with Maven when the cache does not have it.
 *
 * @throws Error when it cannot be fetched, or is not the file that the pin names
 */
export async function fetchVeraPdf(cache: string): Promise<string> {
  const jar = path.join(cache, `verapdf-${VERSION}.jar`);
  if ((await sha256(jar)) === SHA256) return jar;
  const incoming = path.join(cache, `incoming-${process.pid}`);
  await mkdir(incoming, { recursive: true });
  try {
    const options = [`-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${incoming}`];
    await run('mvn', ['--quiet', '--batch-mode', 'dependency:copy', ...options], { timeout: 300_000 }).catch(
      (error: Error & { code?: string }) => {
        const why = error.code === 'ENOENT' ? 'Maven (mvn) is not installed' : error.message;
        throw new Error(`veraPDF cannot be fetched: ${why}`, { cause: error });
      },
    );
    const fetched = path.join(incoming, `greenfield-apps-${VERSION}.jar`);
    const found = await sha256(fetched);
    if (found !== SHA256) throw new Error(`${ARTIFACT} has the SHA-256 ${found}, not ${SHA256}`);
    await rename(fetched, jar);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  return jar;
}

async function sha256(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly profileName: string;
        readonly compliant: boolean;
        readonly jobEndStatus: string;
        readonly details: {
          readonly passedChecks: number;
          readonly ruleSummaries: readonly {
            readonly clause: string;
            readonly testNumber: number;
            readonly description: string;
          }[];
        };
      }[];
      readonly taskException?: { readonly exceptionMessage?: string };
    }[];
  };
}

/** What veraPDF says of one file. */
export interface Verdict {
  readonly problems: readonly Problem[];
  /** Single checks that passed. */
  readonly passed: number;
}

/** Names of the profiles in veraPDF's reports. */
const PROFILES: Readonly<Record<Flavour, RegExp>> = { ua1: /UA-1/, '2a': /A-2A/, '3a': /A-3A/ };
/** A profile of veraPDF. */
export type Flavour = 'ua1' | '2a' | '3a';

/** Longest command line, bytes; systems allow more. */
const BATCH = 100_000;

/** A file and the profiles that it must pass. */
export interface Claim {
  readonly file: string;
  readonly flavours: readonly Flavour[];
}

/**
 * Checks files against one profile, all in one Java process.
 *
 * @returns verdicts by path
 */
export async function validate(jar: string, flavour: Flavour, files: readonly string[]): Promise<Map<string, Verdict>> {
  return check(
    jar,
    flavour,
    files.map((file) => ({ file, flavours: [flavour] })),
  );
}

/**
 * Checks files against the profiles that their metadata claim, each file read once, in two Java processes. A file that
 * does not claim what it must keep has a problem for it.
 *
 * @returns verdicts by path
 */
export async function validateClaims(jar: string, claims: readonly Claim[]): Promise<Map<string, Verdict>> {
  const asked = claims.filter(({ flavours }) => flavours.length > 0);
  const parts = [0, 1].map((part) => asked.filter((_, index) => index % 2 === part));
  const verdicts = await Promise.all(parts.map((part) => check(jar, '0', part)));
  return new Map(verdicts.flatMap((part) => [...part]));
}

async function check(jar: string, profile: Flavour | '0', claims: readonly Claim[]): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const wanted = new Map(claims.map(({ file, flavours }) => [file, flavours]));
  for (const batch of batches([...wanted.keys()])) {
    const options = ['-f', profile, '--format', 'json', '--maxfailuresdisplayed', '1', '--loglevel', '0'];
    const java = ['-Xmx1g', '-XX:+UseSerialGC', '-cp', jar, 'org.verapdf.apps.GreenfieldCliWrapper'];
    // It ends with 1 when a file does not conform; what counts is the report.
    const { stdout } = await run('java', [...java, ...options, ...batch], { maxBuffer: 1 << 28 }).catch(
      (error: { stdout?: string; message: string }) => {
        if (error.stdout?.startsWith('{')) return { stdout: error.stdout };
        throw new Error(`veraPDF does not run: ${error.message}`);
      },
    );
    for (const job of (JSON.parse(stdout) as Report).report.jobs) {
      const { name } = job.itemDetails;
      const parts = (wanted.get(name) ?? []).map((flavour) => verdictOf(job, flavour));
      const passed = parts.reduce((sum, part) => sum + part.passed, 0);
      verdicts.set(name, { problems: parts.flatMap(({ problems }) => problems), passed });
    }
  }
  for (const file of wanted.keys()) {
    if (!verdicts.has(file)) verdicts.set(file, { problems: [{ check: 'veraPDF', found: 'no verdict' }], passed: 0 });
  }
  return verdicts;
}

function verdictOf(job: Report['report']['jobs'][number], flavour: Flavour): Verdict {
  const result = job.validationResult?.find(({ profileName }) => PROFILES[flavour].test(profileName));
  if (!result) {
    return { problems: [{ check: flavour, found: job.taskException?.exceptionMessage ?? 'not checked' }], passed: 0 };
  }
  const { compliant, details } = result;
  const problems = details.ruleSummaries.map(({ clause, testNumber, description }) => {
    return { check: `${flavour} ${clause}-${testNumber}`, found: description };
  });
  if (!compliant && problems.length === 0) problems.push({ check: flavour, found: result.jobEndStatus });
  return { problems, passed: details.passedChecks };
}

function* batches(files: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const file of files) {
    if (size + file.length > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(file);
    size += file.length + 1;
  }
  if (batch.length > 0) yield batch;
}
