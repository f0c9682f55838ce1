export function record(event: string, at = new Date()) {
  process.stdout.write(`${at.toISOString()} ${event}\n`);
}
