/** The code of a failed system call, such as `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'its path leads nowhere',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it exceeds the file size limit',
  EROFS: 'the disk is read-only',
  EEXIST: 'something of that name is in the way',
  EBUSY: 'another program uses it',
  EADDRINUSE: 'another program uses it',
  EIO: 'the disk reports an error',
  ERR_INVALID_ARG_VALUE: 'its name has a character that file names cannot have',
};

/** Why a file could not be read or written, in words. */
export function failureReason(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
