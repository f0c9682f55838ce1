export const isLive = process.env.NODE_ENV === 'prod';
