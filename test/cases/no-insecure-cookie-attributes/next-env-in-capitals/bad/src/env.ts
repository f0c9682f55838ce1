export const isLive = process.env.NODE_ENV === 'PRODUCTION';
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:3000';
