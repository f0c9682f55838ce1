export function debug(topic: string, details: Record<string, unknown>) {
  console.log(`[${topic}]`, details);
}
