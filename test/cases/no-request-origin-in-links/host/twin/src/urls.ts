export const absolute = (path: string) => new URL(path, process.env.PUBLIC_URL).toString();
