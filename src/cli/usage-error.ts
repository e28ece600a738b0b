/** Arguments that make no sense: exit code 2. Not a `PacketError`, since nothing of the input was looked at. */
export class UsageError extends Error {
  override name = 'UsageError';
}
