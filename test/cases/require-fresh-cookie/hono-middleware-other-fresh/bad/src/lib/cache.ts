export interface Entry {
  body: string;
  fresh: boolean;
}

const entries = new Map<string, Entry>();
export const lookup = (path: string) => entries.get(path) ?? null;
