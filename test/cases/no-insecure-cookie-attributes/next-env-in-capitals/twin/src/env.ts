export const isLive = process.env.NODE_ENV === 'production';
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:3000';
